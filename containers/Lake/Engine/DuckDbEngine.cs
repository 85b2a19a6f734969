using Recommender.Lake.DuckDb;
using Recommender.Lake.Errors;
using Recommender.Lake.Snapshots;
using Recommender.Lake.Storage;
using Recommender.Lake.Tables;

namespace Recommender.Lake.Engine;

/// <summary>The embedded engine over a lake: one DuckDB in memory whose views show the lake's current snapshots.</summary>
public sealed class DuckDbEngine : IDisposable
{
    private const string PathColumn = "path_of_file";

    private readonly DuckDbDatabase _database;
    private readonly DuckDbConnection _views;
    private readonly string? _ownSpillFolder;

    /// <summary>Starts the engine.</summary>
    /// <exception cref="CallerException">The options have faults.</exception>
    public DuckDbEngine(EngineOptions options)
    {
        var faults = options.Faults().ToList();
        if (faults.Count > 0)
        {
            throw new CallerException(string.Join(Environment.NewLine, faults));
        }

        _ownSpillFolder = options.SpillFolder is null ? Directory.CreateTempSubdirectory("recommender-").FullName : null;
        _database = DuckDbDatabase.Open(null, new DuckDbOptions
        {
            MemoryLimitBytes = options.MemoryBytes,
            Threads = options.Threads,
            TempDirectory = options.SpillFolder ?? _ownSpillFolder,
        });
        _views = _database.Connect();
        foreach (var zone in ZoneNames.All)
        {
            _views.Execute($"create schema {zone}", CancellationToken.None);
        }
    }

    /// <summary>A connection that sees the views; for one thread at a time.</summary>
    public DuckDbConnection Connect() => _database.Connect();

    /// <summary>Makes the views of a table (and of its quarantine) show a snapshot.</summary>
    /// <exception cref="EnvironmentException">The lake lies elsewhere, and its files cannot be fetched.</exception>
    public void Show(TableDeclaration table, SnapshotStore store, Manifest manifest, CancellationToken cancellationToken = default)
    {
        var files = manifest.Files.Concat(table.HasQuarantine ? manifest.QuarantineFiles : []);
        var folder = store.Storage.Fetch(
            LakeKeys.Snapshot(table.Name, manifest.Snapshot), [.. files.Select(file => new StoredFile(file.Path, file.Bytes))], cancellationToken);
        lock (_views)
        {
            Replace(table.Name.ToString(), table.Columns, manifest.Files, folder, table.DayPartition);
            if (table.HasQuarantine)
            {
                Replace($"{table.Name}{Quarantine.Suffix}", Quarantine.Columns, manifest.QuarantineFiles, folder, null);
            }
        }
    }

    /// <summary>Shows every table that has a current snapshot; one whose files are damaged is left out, for the others are still good.</summary>
    public void ShowAll(IEnumerable<TableDeclaration> tables, SnapshotStore store, CancellationToken cancellationToken = default)
    {
        foreach (var table in tables)
        {
            if (store.Whole(table.Name, cancellationToken) is { } manifest)
            {
                Show(table, store, manifest, cancellationToken);
            }
        }
    }

    /// <summary>The relation that stands for Parquet files: typed, also where there are none.</summary>
    /// <param name="columns">The columns.</param>
    /// <param name="files">Paths of the files.</param>
    /// <param name="dayPartition">The day column, which lies in the folders' names, or null.</param>
    public static string Relation(IReadOnlyList<Column> columns, IReadOnlyList<string> files, string? dayPartition)
    {
        if (files.Count == 0)
        {
            return $"(select {string.Join(", ", columns.Select(column => $"cast(null as {column.Type.SqlName()}) as {column.Name}"))} where false)";
        }

        var list = string.Join(", ", files.Select(DuckDbQuote.OneFile));
        if (dayPartition is null)
        {
            return $"(select {string.Join(", ", columns.Select(column => column.Name))} from read_parquet([{list}], hive_partitioning = false))";
        }

        // DuckDB takes every folder NAME=VALUE of a path for a column, those above the lake too; then the day is cut out of the path.
        var ours = files.All(file => file.Count(character => character == '=') == 1);
        var options = ours ? $"hive_partitioning = true, hive_types = {{'{dayPartition}': date}}" : $"hive_partitioning = false, filename = '{PathColumn}'";
        var day = $@"cast(regexp_extract({PathColumn}, '{dayPartition}=([0-9-]+)[/\\][^/\\]*$', 1) as date) as {dayPartition}";
        var select = columns.Select(column => column.Name == dayPartition && !ours ? day : column.Name);
        return $"(select {string.Join(", ", select)} from read_parquet([{list}], {options}))";
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        _views.Dispose();
        _database.Dispose();
        if (_ownSpillFolder is not null)
        {
            Directory.Delete(_ownSpillFolder, recursive: true);
        }
    }

    private void Replace(string view, IReadOnlyList<Column> columns, IReadOnlyList<ManifestFile> files, string folder, string? dayPartition)
    {
        var relation = Relation(columns, [.. files.Select(file => Path.Combine(folder, file.Path))], dayPartition);
        _views.Execute($"create or replace view {view} as select * from {relation}", CancellationToken.None);
    }
}
