namespace Recommender.Ingest.Csv;

/// <summary>Files of a feed that lie together in a folder of this machine.</summary>
/// <param name="Folder">The folder.</param>
public sealed record FeedDelivery(string Folder)
{
    /// <summary>Where it came from, as messages name it; the folder where it was not brought here from elsewhere.</summary>
    public string Origin { get; init; } = Folder;

    /// <summary>The files that are here; null where all should be.</summary>
    public IReadOnlyCollection<FeedFile>? Files { get; init; }
}
