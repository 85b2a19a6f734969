using System.Text.Json;
using Recommender.Lake.Errors;
using Recommender.Lake.Tables;

namespace Recommender.Lake.Snapshots;

/// <summary>
/// A snapshot in the making. Files go under its own folder; <see cref="Publish"/> makes it current. Disposing it before that
/// removes the folder; after a crash the folder stays without a manifest, is seen by nobody, and goes with the next writer.
/// </summary>
public sealed class SnapshotWriter : StepFiles, IDisposable
{
    private readonly SnapshotStore _store;
    private readonly string _run;
    private readonly string _fingerprint;
    private readonly DateTimeOffset _now;
    private bool _published;

    private SnapshotWriter(SnapshotStore store, TableDeclaration table, string run, string fingerprint, DateTimeOffset now, string id)
        : base(table, store.Lake.Snapshot(table.Name, id))
    {
        _store = store;
        _run = run;
        _fingerprint = fingerprint;
        _now = now;
        Id = id;
    }

    /// <summary>The snapshot's id.</summary>
    public string Id { get; }

    /// <summary>Starts a snapshot, in a folder that no other has.</summary>
    internal static SnapshotWriter Begin(SnapshotStore store, TableDeclaration table, string run, string fingerprint, DateTimeOffset now)
    {
        var id = SnapshotId.Create(now, fingerprint);
        while (Directory.Exists(store.Lake.Snapshot(table.Name, id)))
        {
            now = now.AddMilliseconds(1);
            id = SnapshotId.Create(now, fingerprint);
        }

        return new SnapshotWriter(store, table, run, fingerprint, now, id);
    }

    /// <summary>Carries a day over from an earlier snapshot without reading it: as hard links, or copies where there are none.</summary>
    /// <exception cref="EnvironmentException">A file that the earlier manifest names is not there, or the disk is full.</exception>
    public void CarryOver(Manifest from, string day) => Disk.Write($"{Table.Name}: {day} cannot be carried over from {from.Snapshot}", () =>
    {
        var source = _store.Lake.Snapshot(Table.Name, from.Snapshot);
        foreach (var file in from.Files.Where(file => file.Path.StartsWith($"data/{Table.DayPartition}={day}/", StringComparison.Ordinal)))
        {
            var target = Path.Combine(Folder, file.Path);
            Directory.CreateDirectory(Path.GetDirectoryName(target)!);
            HardLink.CreateOrCopy(Path.Combine(source, file.Path), target);
        }
    });

    /// <summary>Makes the files durable, writes the manifest, and moves the pointer.</summary>
    /// <param name="content">Rows, inputs, source and days of the snapshot.</param>
    /// <param name="now">The moment, UTC.</param>
    /// <returns>The manifest.</returns>
    /// <exception cref="EnvironmentException">The disk is full or cannot be written; the previous snapshot is still current.</exception>
    public Manifest Publish(SnapshotContent content, DateTimeOffset now)
    {
        Manifest? manifest = null;
        Disk.Write($"{Table.Name}: the snapshot cannot be written, nothing was published", () =>
        {
            Flush();
            manifest = Describe(content, now);
            AtomicFile.Replace(_store.Lake.Manifest(Table.Name, Id), JsonSerializer.SerializeToUtf8Bytes(manifest, SnapshotJson.Default.Manifest));
        });

        // Moving the pointer ends with the rename: when it fails, it has not moved, and the folder may go.
        _store.Point(Table.Name, new Pointer(Id));
        _published = true;
        return manifest!;
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        if (!_published && Directory.Exists(Folder))
        {
            try
            {
                if (_store.Pointer(Table.Name)?.Snapshot == Id)
                {
                    return; // A network file system may fail a rename that it has done.
                }

                // The manifest goes first, as in gc: what is left of a failed removal is unfinished.
                File.Delete(_store.Lake.Manifest(Table.Name, Id));
                Directory.Delete(Folder, recursive: true);
            }
            catch (Exception error) when (error is IOException or UnauthorizedAccessException or EnvironmentException)
            {
                // The next writer removes the folder; why this one failed matters more.
            }
        }
    }

    private Manifest Describe(SnapshotContent content, DateTimeOffset now) =>
        new()
        {
            Table = Table.Name.ToString(),
            Snapshot = Id,
            Previous = _store.Pointer(Table.Name)?.Snapshot,
            Run = _run,
            CreatedAt = _now,
            PublishedAt = now,
            Fingerprint = _fingerprint,
            Columns = [.. Table.Columns.Select(column => new ManifestColumn(column.Name, column.Type.SqlName()))],
            Inputs = content.Inputs,
            Source = content.Source,
            Rows = content.Rows,
            Quarantined = content.Quarantined,
            Files = Describe(DataFiles),
            QuarantineFiles = Describe(QuarantineFiles),
            Days = content.Days,
        };
}
