using Recommender.Lake.Models;
using Recommender.Lake.Tables;

namespace Recommender.Lake.Snapshots;

/// <summary>The files that a step writes, in a folder of their own that nobody reads yet.</summary>
public abstract class StepFiles
{
    /// <summary>Makes the folder.</summary>
    /// <param name="table">The table the files are for.</param>
    /// <param name="folder">The folder.</param>
    /// <exception cref="Errors.EnvironmentException">It cannot be made.</exception>
    private protected StepFiles(TableDeclaration table, string folder)
    {
        Table = table;
        Folder = folder;
        DataFolder = Path.Combine(folder, "data");
        QuarantineFolder = Path.Combine(folder, "quarantine");
        Disk.Write($"{table.Name}: no snapshot can be written", () => Directory.CreateDirectory(DataFolder));
    }

    /// <summary>The table being built.</summary>
    public TableDeclaration Table { get; }

    /// <summary>The folder.</summary>
    public string Folder { get; }

    /// <summary>Where data files go; exists.</summary>
    public string DataFolder { get; }

    /// <summary>Where quarantine files go; made by whoever writes there.</summary>
    public string QuarantineFolder { get; }

    /// <summary>The data files written so far.</summary>
    public IReadOnlyList<string> DataFiles => Parquet(DataFolder);

    /// <summary>The quarantine files written so far.</summary>
    public IReadOnlyList<string> QuarantineFiles => Parquet(QuarantineFolder);

    /// <summary>The folder of one day's files.</summary>
    public string DayFolder(DateOnly day) => Path.Combine(DataFolder, $"{Table.DayPartition}={DayRange.Text(day)}");

    /// <summary>Makes all files durable.</summary>
    private protected void Flush()
    {
        foreach (var file in DataFiles.Concat(QuarantineFiles))
        {
            AtomicFile.Flush(file);
        }
    }

    /// <summary>What files are, as manifests record them.</summary>
    private protected IReadOnlyList<ManifestFile> Describe(IEnumerable<string> files) =>
        [.. files.Select(file => new ManifestFile(Path.GetRelativePath(Folder, file).Replace('\\', '/'), new FileInfo(file).Length))];

    private static IReadOnlyList<string> Parquet(string folder) =>
        Directory.Exists(folder)
            ? [.. Directory.EnumerateFiles(folder, "*.parquet", SearchOption.AllDirectories).Order(StringComparer.Ordinal)]
            : [];
}
