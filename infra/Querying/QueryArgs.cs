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
}
