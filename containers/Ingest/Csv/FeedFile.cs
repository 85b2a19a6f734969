using Recommender.Lake.Tables;

namespace Recommender.Ingest.Csv;

/// <summary>A file of a feed and the raw table it fills.</summary>
/// <param name="Stem">The file's name without <c>.csv</c> or <c>.csv.gz</c>.</param>
/// <param name="Description">What one row is, in one sentence.</param>
/// <param name="Columns">The file's columns in order; NULL is allowed in all, for validation comes later.</param>
/// <param name="IsBulk">Whether the file can be large and is plain as a rule, so that DuckDB's parallel reader pays.</param>
public sealed record FeedFile(string Stem, string Description, IReadOnlyList<Column> Columns, bool IsBulk)
{
    /// <summary>The columns that tell where a raw row came from.</summary>
    public static IReadOnlyList<Column> Provenance { get; } =
    [
        new("source_file", ColumnType.Varchar, "The file the row came from."),
        new("source_line", ColumnType.BigInt, "Its line in that file; the header is line 1."),
        new("batch_id", ColumnType.Varchar, "The delivery: the start of the hash of the file's bytes."),
        new("loaded_at", ColumnType.Timestamp, "When the file was loaded, UTC."),
    ];

    /// <summary>The raw table.</summary>
    public TableDeclaration Table { get; } = new()
    {
        Name = new TableName(Zone.Raw, Stem),
        Description = Description,
        Columns = [.. Columns, .. Provenance],
        Grain = ["source_line"],
        GrainIsNumbered = true,
        HasQuarantine = true,
    };

    /// <summary>Finds the file in a delivery.</summary>
    /// <param name="delivery">The delivery.</param>
    /// <param name="faults">Takes what is wrong: no such file, or both a plain and a gzip one.</param>
    public CsvSource? Find(FeedDelivery delivery, ICollection<string> faults)
    {
        var plain = Path.Combine(delivery.Folder, Stem + ".csv");
        var gzip = plain + ".gz";
        switch (File.Exists(plain), File.Exists(gzip))
        {
            case (true, false):
                return Source(plain);
            case (false, true):
                return Source(gzip);
            case (true, true):
                faults.Add($"{delivery.Origin}: both {Stem}.csv and {Stem}.csv.gz are there; remove one");
                return null;
            default:
                faults.Add(Directory.Exists(plain) || Directory.Exists(gzip)
                    ? $"{delivery.Origin}: {Stem}.csv is a folder; a file is wanted"
                    : $"{delivery.Origin}: {Stem}.csv (or {Stem}.csv.gz) is missing");
                return null;
        }

        CsvSource Source(string path) => new(path) { Place = delivery.Origin == delivery.Folder ? path : $"{delivery.Origin}/{Path.GetFileName(path)}" };
    }
}
