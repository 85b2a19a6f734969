using System.Text.Json;
using Recommender.Lake.Aws;
using Recommender.Lake.Errors;
using Recommender.Lake.Storage;
using Recommender.Lake.Tables;

namespace Recommender.Lake.Snapshots;

/// <summary>
/// A snapshot in the making, whoever writes its files: <see cref="SnapshotWriter"/> on this machine, or another engine straight into the
/// lake. <see cref="Publish"/> makes it current. Disposing it before that removes all below its prefix; after a crash that stays without a
/// manifest, is seen by nobody, and goes with the table's next writer.
/// </summary>
public sealed class SnapshotDraft : IDisposable
{
    private readonly SnapshotStore _store;
    private readonly string _run;
    private readonly string _fingerprint;
    private readonly DateTimeOffset _now;
    private readonly VersionedPointer? _previous;
    private bool _kept;

    private SnapshotDraft(SnapshotStore store, TableDeclaration table, string run, string fingerprint, DateTimeOffset now, string id, VersionedPointer? previous)
    {
        _store = store;
        _run = run;
        _fingerprint = fingerprint;
        _now = now;
        _previous = previous;
        Table = table;
        Id = id;
        Prefix = LakeKeys.Snapshot(table.Name, id);
    }

    /// <summary>The table.</summary>
    public TableDeclaration Table { get; }

    /// <summary>The snapshot's id.</summary>
    public string Id { get; }

    /// <summary>Where its files go, below <c>data/</c> and <c>quarantine/</c>.</summary>
    public string Prefix { get; }

    /// <summary>The same as a path or an <c>s3://</c> address, without a slash at its end.</summary>
    public string Location => _store.Storage.Describe(Prefix);

    /// <summary>Starts a snapshot under a prefix that no other has, and remembers what is current.</summary>
    internal static SnapshotDraft Begin(SnapshotStore store, TableDeclaration table, string run, string fingerprint, DateTimeOffset now, CancellationToken cancellationToken)
    {
        var previous = store.Pointers.Read(table.Name, cancellationToken);
        var id = SnapshotId.Create(now, fingerprint);
        while (store.Storage.IsTaken(LakeKeys.Snapshot(table.Name, id), cancellationToken))
        {
            now = now.AddMilliseconds(1);
            id = SnapshotId.Create(now, fingerprint);
        }

        return new SnapshotDraft(store, table, run, fingerprint, now, id, previous);
    }

    /// <summary>The files that lie in the lake below a folder of the snapshot, as its manifest records them; those that no engine reads are left out.</summary>
    /// <param name="folder"><c>data</c> or <c>quarantine</c>.</param>
    /// <param name="cancellationToken">Stops it.</param>
    public IReadOnlyList<ManifestFile> Stored(string folder, CancellationToken cancellationToken) =>
        [.. from file in _store.Storage.Files($"{Prefix}/{folder}", cancellationToken)
            where file.Bytes > 0 && file.Key[(file.Key.LastIndexOf('/') + 1)..] is { Length: > 0 } name && name[0] is not ('_' or '.')
            select new ManifestFile(file.Key[(Prefix.Length + 1)..], file.Bytes)];

    /// <summary>Carries days over from an earlier snapshot without reading them: as hard links, or as copies that the service makes.</summary>
    /// <exception cref="EnvironmentException">A file that the earlier manifest names is not there, or the disk is full.</exception>
    public void CarryOver(Manifest from, IReadOnlyCollection<string> days, CancellationToken cancellationToken) => Disk.Write(
        CarryOverFailure(from),
        () => _store.Storage.Copy(
            [.. FilesOf(from, days).Select(file => new FileCopy($"{LakeKeys.Snapshot(Table.Name, from.Snapshot)}/{file.Path}", $"{Prefix}/{file.Path}", file.Bytes))],
            cancellationToken));

    /// <summary>Writes the manifest and moves the pointer. The files lie in the lake already.</summary>
    /// <param name="content">Rows, inputs, source and days of the snapshot.</param>
    /// <param name="files">The data files.</param>
    /// <param name="quarantineFiles">The quarantine's files.</param>
    /// <param name="now">The moment, UTC.</param>
    /// <param name="cancellationToken">Stops it before the pointer moves, never after.</param>
    /// <returns>The manifest.</returns>
    /// <exception cref="EnvironmentException">The manifest cannot be written, or somebody else has published since this began; what was current still is.</exception>
    public Manifest Publish(SnapshotContent content, IReadOnlyList<ManifestFile> files, IReadOnlyList<ManifestFile> quarantineFiles, DateTimeOffset now, CancellationToken cancellationToken)
    {
        var manifest = Describe(content, files, quarantineFiles, now);
        Disk.Write(WriteFailure, () => _store.Storage.Write(
            LakeKeys.Manifest(Table.Name, Id), JsonSerializer.SerializeToUtf8Bytes(manifest, SnapshotJson.Default.Manifest), cancellationToken));
        RequireFiles(manifest, cancellationToken);

        // When moving the pointer fails, it has not moved, and the files may go.
        try
        {
            _store.Pointers.Move(Table.Name, new Pointer(Id), _previous?.Version, cancellationToken);
        }
        catch (EnvironmentException error) when (AwsFault.MayBeDone(error))
        {
            // But where nobody said so, it may still be on its way: readers must find the files, and otherwise gc does.
            _kept = true;
            throw;
        }

        _kept = true;
        return manifest;
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        if (_kept)
        {
            return;
        }

        try
        {
            if (_store.Pointers.Read(Table.Name, CancellationToken.None)?.Pointer.Snapshot == Id)
            {
                return; // A network file system may fail a rename that it has done.
            }

            // The manifest goes first, as in gc: what is left of a failed removal is unfinished.
            _store.Storage.Delete(LakeKeys.Manifest(Table.Name, Id), CancellationToken.None);
            _store.Storage.DeleteAll(Prefix, CancellationToken.None);
            _store.Storage.Forget(Prefix);
        }
        catch (EnvironmentException)
        {
            // The next writer removes the files; why this one failed matters more.
        }
    }

    /// <summary>What it means when files cannot be written.</summary>
    internal string WriteFailure => $"{Table.Name}: the snapshot cannot be written, nothing was published";

    /// <summary>What it means when days cannot be carried over.</summary>
    internal string CarryOverFailure(Manifest from) => $"{Table.Name}: days cannot be carried over from {from.Snapshot}";

    /// <summary>The files of some days of an earlier snapshot.</summary>
    internal IEnumerable<ManifestFile> FilesOf(Manifest from, IReadOnlyCollection<string> days)
    {
        var folders = days.Select(day => $"data/{Table.DayPartition}={day}").ToHashSet(StringComparer.Ordinal);
        return from.Files.Where(file => folders.Contains(file.Path[..Math.Max(0, file.Path.LastIndexOf('/'))]));
    }

    /// <summary>
    /// A lock that ends by itself may have ended while this process slept, and the next writer removes what has no manifest yet. Once it has one,
    /// nobody does. In a folder the lock ends with the process.
    /// </summary>
    private void RequireFiles(Manifest manifest, CancellationToken cancellationToken)
    {
        if (_store.Storage is not FolderStorage && _store.Damage(Table.Name, manifest, cancellationToken) is [var damage, ..])
        {
            throw new EnvironmentException($"{WriteFailure}: another writer has taken this one for dead and removed its files ({damage}): start again");
        }
    }

    private Manifest Describe(SnapshotContent content, IReadOnlyList<ManifestFile> files, IReadOnlyList<ManifestFile> quarantineFiles, DateTimeOffset now) =>
        new()
        {
            Table = Table.Name.ToString(),
            Snapshot = Id,
            Previous = _previous?.Pointer.Snapshot,
            Run = _run,
            CreatedAt = _now,
            PublishedAt = now,
            Fingerprint = _fingerprint,
            Columns = [.. Table.Columns.Select(column => new ManifestColumn(column.Name, column.Type.SqlName()))],
            Inputs = content.Inputs,
            Source = content.Source,
            Note = content.Note,
            Essence = content.Essence,
            Rows = content.Rows,
            Quarantined = content.Quarantined,
            Files = files,
            QuarantineFiles = quarantineFiles,
            Days = content.Days,
        };
}
