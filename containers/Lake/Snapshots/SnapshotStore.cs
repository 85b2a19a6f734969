using System.Text.Json;
using Recommender.Lake.Errors;
using Recommender.Lake.Storage;
using Recommender.Lake.Tables;

namespace Recommender.Lake.Snapshots;

/// <summary>The snapshots of a lake's tables: which is current, which came before, publication and rollback.</summary>
/// <param name="storage">Where the files lie.</param>
/// <param name="pointers">Says which snapshots are current.</param>
public sealed class SnapshotStore(ILakeStorage storage, IPointers pointers)
{
    /// <summary>The snapshots of a lake in a folder.</summary>
    /// <param name="lake">The folder.</param>
    public SnapshotStore(LakeFolder lake)
        : this(new FolderStorage(lake))
    {
    }

    private SnapshotStore(FolderStorage storage)
        : this(storage, new FilePointers(storage))
    {
    }

    /// <summary>Where the files lie.</summary>
    public ILakeStorage Storage { get; } = storage;

    /// <summary>Says which snapshots are current.</summary>
    public IPointers Pointers { get; } = pointers;

    /// <summary>The folder, for callers that work with nothing but a lake in a folder.</summary>
    /// <exception cref="InvalidOperationException">The lake lies elsewhere.</exception>
    public LakeFolder Lake => Storage is FolderStorage folder ? folder.Lake : throw new InvalidOperationException($"{Storage.Name} is not a folder");

    /// <summary>The table's pointer, or null where nothing was published yet.</summary>
    public Pointer? Pointer(TableName table, CancellationToken cancellationToken = default) => Pointers.Read(table, cancellationToken)?.Pointer;

    /// <summary>The current snapshot's manifest, or null where nothing was published yet.</summary>
    public Manifest? Current(TableName table, CancellationToken cancellationToken = default) =>
        Pointer(table, cancellationToken) is { } pointer ? Manifest(table, pointer.Snapshot, cancellationToken) : null;

    /// <summary>The manifest of a complete snapshot.</summary>
    /// <exception cref="EnvironmentException">The snapshot is not there, or its manifest cannot be read.</exception>
    public Manifest Manifest(TableName table, string snapshot, CancellationToken cancellationToken = default) =>
        Find(table, snapshot, cancellationToken)
            ?? throw new EnvironmentException($"{table}: the snapshot {snapshot} has no manifest: {Storage.Describe(LakeKeys.Manifest(table, snapshot))} is missing. {Remedy(table)}");

    /// <summary>What is wrong with a snapshot's files: missing, or of another size than the manifest says. Empty where it is whole.</summary>
    public IReadOnlyList<string> Damage(TableName table, Manifest manifest, CancellationToken cancellationToken = default)
    {
        List<ManifestFile> files = [.. manifest.Files, .. manifest.QuarantineFiles];
        var sizes = Storage.Sizes(LakeKeys.Snapshot(table, manifest.Snapshot), [.. files.Select(file => file.Path)], cancellationToken);
        return
        [
            .. files.Where(file => !sizes.TryGetValue(file.Path, out var bytes) || bytes != file.Bytes)
                .Select(file => sizes.TryGetValue(file.Path, out var bytes) ? $"{file.Path} has {bytes} bytes, not {file.Bytes}" : $"{file.Path} is missing"),
        ];
    }

    /// <summary>The current snapshot's manifest, or null where nothing was published yet or its files are damaged.</summary>
    public Manifest? Whole(TableName table, CancellationToken cancellationToken = default) =>
        Current(table, cancellationToken) is { } current && Damage(table, current, cancellationToken).Count == 0 ? current : null;

    /// <summary>The complete snapshots of a table, newest first.</summary>
    public IReadOnlyList<Manifest> Complete(TableName table, CancellationToken cancellationToken = default) =>
        [.. Folders(table, cancellationToken).Select(id => Find(table, id, cancellationToken)).OfType<Manifest>()];

    /// <summary>The ids of all snapshots of a table, complete or not, newest first.</summary>
    public IReadOnlyList<string> Folders(TableName table, CancellationToken cancellationToken = default) =>
        [.. Storage.Folders(LakeKeys.Table(table), cancellationToken).Where(SnapshotId.IsId).Reverse()];

    /// <summary>Starts a snapshot whose files are written on this machine; nobody sees it before <see cref="SnapshotWriter.Publish"/>.</summary>
    /// <exception cref="EnvironmentException">The folder cannot be written.</exception>
    public SnapshotWriter Begin(TableDeclaration table, string run, string fingerprint, DateTimeOffset now, CancellationToken cancellationToken = default) =>
        new(Draft(table, run, fingerprint, now, cancellationToken), Storage);

    /// <summary>Starts a snapshot whose files another engine writes straight into the lake; nobody sees it before <see cref="SnapshotDraft.Publish"/>.</summary>
    public SnapshotDraft Draft(TableDeclaration table, string run, string fingerprint, DateTimeOffset now, CancellationToken cancellationToken) =>
        SnapshotDraft.Begin(this, table, run, fingerprint, now, cancellationToken);

    /// <summary>Moves the pointer back to the snapshot that was current before.</summary>
    /// <param name="table">The table.</param>
    /// <param name="now">The moment, UTC, from which the grace of the readers of what was current counts.</param>
    /// <param name="cancellationToken">Stops it before the pointer moves, never after.</param>
    /// <returns>The snapshot that is current now.</returns>
    /// <exception cref="CallerException">The table has no snapshot, or none before the current one.</exception>
    public Manifest Rollback(TableName table, DateTimeOffset now, CancellationToken cancellationToken = default)
    {
        var pointer = Pointers.Read(table, cancellationToken) ?? throw new CallerException($"{table} has no snapshot yet");
        var current = Manifest(table, pointer.Pointer.Snapshot, cancellationToken);
        var previous = current.Previous is null ? null : Find(table, current.Previous, cancellationToken);
        if (previous is null)
        {
            throw new CallerException($"{table} has no snapshot before {current.Snapshot}: it was never there, or gc removed it");
        }

        if (Damage(table, previous, cancellationToken) is [var damage, ..])
        {
            throw new CallerException($"{table}: the snapshot before, {previous.Snapshot}, is damaged: {damage}");
        }

        // What an earlier rollback held stays held, or a second one would bring the first bad build back.
        var held = (pointer.Pointer.Held ?? []).Append(current.Fingerprint).Distinct();
        Pointers.Move(table, new Pointer(previous.Snapshot) { Held = [.. held], RolledBackAt = now }, pointer.Version, cancellationToken);
        return previous;
    }

    /// <summary>The manifest of a snapshot; null where it is not complete.</summary>
    internal Manifest? Find(TableName table, string snapshot, CancellationToken cancellationToken = default)
    {
        var key = LakeKeys.Manifest(table, snapshot);
        if (Storage.Read(key, cancellationToken) is not { } bytes)
        {
            return null;
        }

        try
        {
            return JsonSerializer.Deserialize(bytes, SnapshotJson.Default.Manifest) ?? throw new JsonException("it is empty");
        }
        catch (JsonException error)
        {
            throw new EnvironmentException($"{Storage.Describe(key)} cannot be read: {error.Message} {FolderStorage.Advice}", error);
        }
    }

    private string Remedy(TableName table) => Storage is FolderStorage
        ? $"Bring it back from a backup, or remove {Storage.Describe(LakeKeys.Pointer(table))}, and the next run builds the table anew."
        : "Bring back the object's last version: the bucket keeps those that were deleted for a while.";
}
