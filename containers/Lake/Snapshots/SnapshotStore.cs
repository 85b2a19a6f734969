using System.Text.Json;
using Recommender.Lake.Errors;
using Recommender.Lake.Tables;

namespace Recommender.Lake.Snapshots;

/// <summary>The snapshots of a lake's tables: which is current, which came before, publication and rollback.</summary>
/// <param name="lake">Where they lie.</param>
public sealed class SnapshotStore(LakeFolder lake)
{
    /// <summary>Where the snapshots lie.</summary>
    public LakeFolder Lake { get; } = lake;

    /// <summary>The table's pointer, or null where nothing was published yet.</summary>
    public Pointer? Pointer(TableName table)
    {
        var path = Lake.Pointer(table);
        return File.Exists(path) ? Read(path, ParsePointer) : null;
    }

    /// <summary>The current snapshot's manifest, or null where nothing was published yet.</summary>
    public Manifest? Current(TableName table) => Pointer(table) is { } pointer ? Manifest(table, pointer.Snapshot) : null;

    /// <summary>The manifest of a complete snapshot.</summary>
    /// <exception cref="EnvironmentException">The snapshot is not there, or its manifest cannot be read.</exception>
    public Manifest Manifest(TableName table, string snapshot) =>
        Read(Lake.Manifest(table, snapshot), bytes => JsonSerializer.Deserialize(bytes, SnapshotJson.Default.Manifest));

    /// <summary>What is wrong with a snapshot's files: missing, or of another size than the manifest says. Empty where it is whole.</summary>
    public IReadOnlyList<string> Damage(TableName table, Manifest manifest)
    {
        var damage = new List<string>();
        foreach (var file in manifest.Files.Concat(manifest.QuarantineFiles))
        {
            var found = new FileInfo(Path.Combine(Lake.Snapshot(table, manifest.Snapshot), file.Path));
            if (!found.Exists || found.Length != file.Bytes)
            {
                damage.Add(found.Exists ? $"{file.Path} has {found.Length} bytes, not {file.Bytes}" : $"{file.Path} is missing");
            }
        }

        return damage;
    }

    /// <summary>The current snapshot's manifest, or null where nothing was published yet or its files are damaged.</summary>
    public Manifest? Whole(TableName table) => Current(table) is { } current && Damage(table, current).Count == 0 ? current : null;

    /// <summary>The complete snapshots of a table, newest first.</summary>
    public IReadOnlyList<Manifest> Complete(TableName table) =>
        [.. Folders(table).Where(id => File.Exists(Lake.Manifest(table, id))).Select(id => Manifest(table, id))];

    /// <summary>The ids of all snapshot folders of a table, complete or not, newest first.</summary>
    public IReadOnlyList<string> Folders(TableName table)
    {
        var folder = new DirectoryInfo(Lake.Table(table));
        return !folder.Exists
            ? []
            : [.. folder.EnumerateDirectories()
                .Where(entry => SnapshotId.IsId(entry.Name) && entry.LinkTarget is null)
                .Select(entry => entry.Name)
                .OrderDescending(StringComparer.Ordinal)];
    }

    /// <summary>Starts a snapshot; nobody sees it before <see cref="SnapshotWriter.Publish"/>.</summary>
    public SnapshotWriter Begin(TableDeclaration table, string run, string fingerprint, DateTimeOffset now) =>
        SnapshotWriter.Begin(this, table, run, fingerprint, now);

    /// <summary>Moves the pointer back to the snapshot that was current before.</summary>
    /// <param name="table">The table.</param>
    /// <param name="now">The moment, UTC, from which the grace of the readers of what was current counts.</param>
    /// <returns>The snapshot that is current now.</returns>
    /// <exception cref="CallerException">The table has no snapshot, or none before the current one.</exception>
    public Manifest Rollback(TableName table, DateTimeOffset now)
    {
        var current = Current(table) ?? throw new CallerException($"{table} has no snapshot yet");
        if (current.Previous is null || !File.Exists(Lake.Manifest(table, current.Previous)))
        {
            throw new CallerException($"{table} has no snapshot before {current.Snapshot}: it was never there, or gc removed it");
        }

        if (Damage(table, Manifest(table, current.Previous)) is [var damage, ..])
        {
            throw new CallerException($"{table}: the snapshot before, {current.Previous}, is damaged: {damage}");
        }

        // What an earlier rollback held stays held, or a second one would bring the first bad build back.
        var held = (Pointer(table)?.Held ?? []).Append(current.Fingerprint).Distinct();
        Point(table, new Pointer(current.Previous) { Held = [.. held], RolledBackAt = now });
        return Manifest(table, current.Previous);
    }

    /// <summary>Replaces the pointer: the one moment at which readers' view of the table changes.</summary>
    /// <exception cref="EnvironmentException">The disk is full or cannot be written; the pointer has not moved.</exception>
    internal void Point(TableName table, Pointer pointer) => Disk.Write(
        $"{table}: the pointer cannot be moved, nothing was published",
        () => AtomicFile.Replace(Lake.Pointer(table), JsonSerializer.SerializeToUtf8Bytes(pointer, SnapshotJson.Default.Pointer)));

    private static Pointer ParsePointer(byte[] bytes) =>
        JsonSerializer.Deserialize(bytes, SnapshotJson.Default.Pointer) is { Snapshot: { } id } pointer && SnapshotId.IsId(id)
            ? pointer
            : throw new JsonException("it names no snapshot");

    private static T Read<T>(string path, Func<byte[], T?> parse)
        where T : class
    {
        try
        {
            return parse(File.ReadAllBytes(path)) ?? throw new JsonException("it is empty");
        }
        catch (Exception error) when (error is IOException or JsonException or UnauthorizedAccessException)
        {
            throw new EnvironmentException($"{path} cannot be read: {error.Message} Remove it, and the next run builds the table anew.", error);
        }
    }
}
