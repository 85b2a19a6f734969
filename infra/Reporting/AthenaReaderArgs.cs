using Pulumi;
using Recommender.Infra.Components;
using Recommender.Infra.Policies;
using Recommender.Lake.Tables;

namespace Recommender.Infra.Reporting;

/// <summary>Who reads what through Athena.</summary>
public sealed class AthenaReaderArgs : PlatformArgs
{
    /// <summary>The service that reads, such as <c>quicksight.amazonaws.com</c>.</summary>
    public required string Service { get; init; }

    /// <summary>What the role is for, in one sentence.</summary>
    public required string Description { get; init; }

    /// <summary>The tables; no other can be read.</summary>
    public required IReadOnlyList<TableName> Tables { get; init; }

    /// <summary>Where the tables and the results lie, and what may be read with.</summary>
    public required ReadingPlace Place { get; init; }

    /// <summary>What else the role may do.</summary>
    public IReadOnlyList<PolicyStatement> More { get; init; } = [];
}
