using Recommender.Infra.Components;
using Recommender.Infra.Storage;

namespace Recommender.Infra.Querying;

/// <summary>What <see cref="QueryWorkgroup"/> is given.</summary>
public sealed class QueryWorkgroupArgs : PlatformArgs
{
    /// <summary>Who queries, such as <c>analysts</c>: the end of its name, and the prefix of its results.</summary>
    public required string Thing { get; init; }

    /// <summary>What it is for.</summary>
    public required string Description { get; init; }

    /// <summary>The lake, whose results bucket takes the results.</summary>
    public required DataLake Lake { get; init; }

    /// <summary>GiB that one query may scan.</summary>
    public required double CutoffGiB { get; init; }
}
