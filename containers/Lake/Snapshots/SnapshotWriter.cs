using Recommender.Lake.Errors;
using Recommender.Lake.Storage;

namespace Recommender.Lake.Snapshots;

/// <summary>
/// A snapshot in the making whose files are written on this machine. <see cref="Publish"/> makes it current; disposing it before that
/// removes what there is of it.
/// </summary>
public sealed class SnapshotWriter : StepFiles, IDisposable
{
    private readonly SnapshotDraft _draft;

    internal SnapshotWriter(SnapshotDraft draft, ILakeStorage storage)
        : base(draft.Table, storage, draft.Prefix) => _draft = draft;

    /// <summary>The snapshot's id.</summary>
    public string Id => _draft.Id;

    /// <summary>Carries days over from an earlier snapshot without reading them: as hard links, or copies where there are none.</summary>
    /// <exception cref="EnvironmentException">A file that the earlier manifest names is not there, or the disk is full.</exception>
    public void CarryOver(Manifest from, IReadOnlyCollection<string> days, CancellationToken cancellationToken) => Disk.Write(
        _draft.CarryOverFailure(from),
        () => Link(LakeKeys.Snapshot(Table.Name, from.Snapshot), [.. _draft.FilesOf(from, days).Select(file => (file, file.Path))], cancellationToken));

    /// <summary>Makes the files durable, writes the manifest, and moves the pointer.</summary>
    /// <param name="content">Rows, inputs, source and days of the snapshot.</param>
    /// <param name="now">The moment, UTC.</param>
    /// <param name="cancellationToken">Stops it before the pointer moves, never after.</param>
    /// <returns>The manifest.</returns>
    /// <exception cref="EnvironmentException">The disk is full or cannot be written, or somebody else has published since this began; what was current still is.</exception>
    public Manifest Publish(SnapshotContent content, DateTimeOffset now, CancellationToken cancellationToken = default)
    {
        Disk.Write(_draft.WriteFailure, () => Store(cancellationToken));
        return _draft.Publish(content, Describe(DataFiles), Describe(QuarantineFiles), now, cancellationToken);
    }

    /// <inheritdoc/>
    public void Dispose() => _draft.Dispose();
}
