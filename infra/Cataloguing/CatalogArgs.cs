using Recommender.Infra.Components;
using Recommender.Infra.Storage;
using Recommender.Lake.Tables;

namespace Recommender.Infra.Cataloguing;

/// <summary>What <see cref="Catalog"/> is given.</summary>
public sealed class CatalogArgs : PlatformArgs
{
    /// <summary>The lake whose tables it lists.</summary>
    public required DataLake Lake { get; init; }

    /// <summary>The declarations of tables that the pipeline builds and publishes.</summary>
    public required IReadOnlyList<TableDeclaration> Tables { get; init; }

    /// <summary>The declarations of tables that streams write to.</summary>
    public required IReadOnlyList<TableDeclaration> Streams { get; init; }
}
