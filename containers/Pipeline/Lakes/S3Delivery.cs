using Recommender.Ingest.Csv;
using Recommender.Ingest.Grocery;
using Recommender.Lake.Errors;
using Recommender.Lake.S3;
using Recommender.Lake.Storage;
using Recommender.Lake.Tables;

namespace Recommender.Pipeline.Lakes;

/// <summary>A delivery on S3, brought here to be read.</summary>
/// <param name="folder">Where it lies.</param>
internal sealed class S3Delivery(S3Folder folder)
{
    /// <summary>Brings the files that are wanted.</summary>
    /// <param name="only">The raw tables that are loaded; null for all.</param>
    /// <param name="into">The local folder.</param>
    /// <param name="cancellationToken">Stops it.</param>
    /// <exception cref="CallerException">A file of the feed, wanted or not, is missing or there twice; all faults are listed.</exception>
    /// <exception cref="EnvironmentException">S3 cannot be read.</exception>
    public FeedDelivery Bring(IReadOnlySet<TableName>? only, string into, CancellationToken cancellationToken)
    {
        var there = folder.Files(cancellationToken);
        var faults = new List<string>();
        var found = GroceryFeed.Files.Select(file => (File: file, Stored: Find(file, there, faults))).ToList();
        if (faults.Count > 0)
        {
            throw new CallerException(string.Join(Environment.NewLine, faults));
        }

        var wanted = found.Where(pair => only?.Contains(pair.File.Table.Name) != false).ToList();
        foreach (var (_, stored) in wanted)
        {
            folder.Bring(stored!, Path.Combine(into, stored!.Key), cancellationToken);
        }

        return new FeedDelivery(into) { Origin = folder.ToString(), Files = [.. wanted.Select(pair => pair.File)] };
    }

    private StoredFile? Find(FeedFile file, IReadOnlyList<StoredFile> there, List<string> faults)
    {
        var candidates = there.Where(stored => stored.Key == $"{file.Stem}.csv" || stored.Key == $"{file.Stem}.csv.gz").ToList();
        if (candidates.Count != 1)
        {
            faults.Add(candidates.Count == 0 ? $"{folder}: {file.Stem}.csv (or {file.Stem}.csv.gz) is missing" : $"{folder}: both {file.Stem}.csv and {file.Stem}.csv.gz are there; remove one");
        }

        return candidates.FirstOrDefault();
    }
}
