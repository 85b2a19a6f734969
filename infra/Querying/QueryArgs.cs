using Recommender.Infra.Cataloguing;
using Recommender.Infra.Components;
using Recommender.Infra.Storage;

namespace Recommender.Infra.Querying;

/// <summary>What <see cref="Query"/> is given.</summary>
public sealed class QueryArgs : PlatformArgs
{
    /// <summary>The lake that is queried, and where results go.</summary>
    public required DataLake Lake { get; init; }

    /// <summary>The catalog of its tables.</summary>
    public required Catalog Catalog { get; init; }

    /// <summary>GiB that one query of the pipeline may scan.</summary>
    public required double JobsCutoffGiB { get; init; }

    /// <summary>GiB that one query of an analyst may scan.</summary>
    public required double AnalystsCutoffGiB { get; init; }

    /// <summary>GiB that one query of a dashboard may scan.</summary>
    public required double DashboardsCutoffGiB { get; init; }
}
