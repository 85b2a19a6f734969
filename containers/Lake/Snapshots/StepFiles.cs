using Recommender.Lake.Models;
using Recommender.Lake.Storage;
using Recommender.Lake.Tables;

namespace Recommender.Lake.Snapshots;

/// <summary>The files that a step writes, in a local folder of their own that nobody reads yet.</summary>
public abstract class StepFiles
{
    private readonly ILakeStorage _storage;
    private readonly HashSet<string> _linked = new(StringComparer.Ordinal);

    /// <summary>Makes the folder.</summary>
    /// <param name="table">The table the files are for.</param>
    /// <param name="storage">The lake.</param>
    /// <param name="prefix">Where the files will lie in it.</param>
    /// <exception cref="Errors.EnvironmentException">It cannot be made.</exception>
    private protected StepFiles(TableDeclaration table, ILakeStorage storage, string prefix)
    {
        _storage = storage;
        Table = table;
        Prefix = prefix;
        var folder = "";
        Disk.Write($"{table.Name}: no snapshot can be written", () =>
        {
            folder = storage.WorkFolder(prefix);
            Directory.CreateDirectory(Path.Combine(folder, "data"));
        });
        Folder = folder;
        DataFolder = Path.Combine(folder, "data");
        QuarantineFolder = Path.Combine(folder, "quarantine");
    }

    /// <summary>The table being built.</summary>
    public TableDeclaration Table { get; }

    /// <summary>Where the files will lie in the lake.</summary>
    public string Prefix { get; }

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

    /// <summary>Makes files that the lake has already files of this table, too, without writing them again.</summary>
    /// <param name="prefix">Where they lie.</param>
    /// <param name="files">The files, relative to that prefix, and their paths below <see cref="Folder"/>, with forward slashes.</param>
    /// <param name="cancellationToken">Stops it.</param>
    /// <exception cref="Errors.EnvironmentException">A file is not there, or the disk is full.</exception>
    public void Link(string prefix, IReadOnlyList<(ManifestFile File, string To)> files, CancellationToken cancellationToken)
    {
        var fetched = _storage.Fetch(prefix, [.. files.Select(file => new StoredFile(file.File.Path, file.File.Bytes))], cancellationToken);
        _storage.Copy([.. files.Select(file => new FileCopy($"{prefix}/{file.File.Path}", $"{Prefix}/{file.To}", file.File.Bytes))], cancellationToken);
        foreach (var (file, to) in files)
        {
            _linked.Add(to);
            var target = Path.Combine(Folder, to);
            if (!File.Exists(target))
            {
                Directory.CreateDirectory(Path.GetDirectoryName(target)!);
                HardLink.CreateOrCopy(Path.Combine(fetched, file.Path), target);
            }
        }
    }

    /// <summary>Makes all files durable in the lake.</summary>
    private protected void Store(CancellationToken cancellationToken) =>
        _storage.Store(Prefix, [.. DataFiles.Concat(QuarantineFiles).Select(Relative).Where(file => !_linked.Contains(file))], cancellationToken);

    /// <summary>What files are, as manifests record them.</summary>
    private protected IReadOnlyList<ManifestFile> Describe(IEnumerable<string> files) =>
        [.. files.Select(file => new ManifestFile(Relative(file), new FileInfo(file).Length))];

    /// <summary>What this engine wrote has that ending; what was linked may be of an engine that gives its files none.</summary>
    private IReadOnlyList<string> Parquet(string folder) =>
        Directory.Exists(folder)
            ? [.. Directory.EnumerateFiles(folder, "*", SearchOption.AllDirectories)
                .Where(file => file.EndsWith(".parquet", StringComparison.Ordinal) || _linked.Contains(Relative(file))).Order(StringComparer.Ordinal)]
            : [];

    private string Relative(string file) => Path.GetRelativePath(Folder, file).Replace('\\', '/');
}
