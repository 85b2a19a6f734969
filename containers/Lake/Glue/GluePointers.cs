using Amazon.Glue.Model;
using Recommender.Lake.Errors;
using Recommender.Lake.S3;
using Recommender.Lake.Snapshots;
using Recommender.Lake.Storage;
using Recommender.Lake.Tables;

namespace Recommender.Lake.Glue;

/// <summary>
/// Pointers as the locations of Glue tables, <c>s3://BUCKET/TABLE/SNAPSHOT/data/</c>: every query that begins after the move sees the new
/// snapshot, whole. A copy, <c>_current.json</c>, is for readers without the catalog; it may lag, and Glue is right.
/// </summary>
/// <param name="catalog">The catalog.</param>
/// <param name="storage">The lake's files.</param>
/// <param name="copies">Writes the copies.</param>
/// <param name="tables">The declared tables, which say which have a quarantine.</param>
public sealed class GluePointers(GlueCatalog catalog, ILakeStorage storage, PointerCopies copies, IEnumerable<TableDeclaration> tables) : IPointers
{
    private readonly GlueLocations _locations = new(storage);
    private readonly HashSet<TableName> _withQuarantine = [.. tables.Where(table => table.HasQuarantine).Select(table => table.Name)];

    /// <inheritdoc/>
    /// <exception cref="CallerException">The catalog has no such table.</exception>
    public VersionedPointer? Read(TableName table, CancellationToken cancellationToken)
    {
        var live = Live(table, cancellationToken);
        return _locations.Read(table, live) is { } pointer ? new VersionedPointer(pointer, live.VersionId ?? "") : null;
    }

    /// <inheritdoc/>
    public void Move(TableName table, Pointer pointer, string? version, CancellationToken cancellationToken)
    {
        var live = Live(table, cancellationToken);
        if (version is null ? _locations.Read(table, live) is not null : live.VersionId != version)
        {
            throw Outrun(table);
        }

        cancellationToken.ThrowIfCancellationRequested();
        MoveQuarantine(table, pointer.Snapshot, cancellationToken);
        try
        {
            var input = GlueTableInputs.Of(live);
            GlueTableInputs.Note(input, pointer);
            if (!Move(table, live, input, _locations.Of(table, pointer.Snapshot, GlueLayout.Data)))
            {
                throw Outrun(table);
            }
        }
        catch (EnvironmentException)
        {
            FollowBack(table);
            throw;
        }

        WriteCopy(table, pointer);
    }

    /// <summary>
    /// Puts right what a writer that was killed left beside the pointers: a quarantine that moved without its table, and copies that lag behind the
    /// catalog. For the tables' one writer.
    /// </summary>
    public void Repair(IEnumerable<TableName> among, CancellationToken cancellationToken)
    {
        foreach (var table in among)
        {
            var pointer = _locations.Read(table, Live(table, cancellationToken));
            MoveQuarantine(table, pointer?.Snapshot, cancellationToken);
            if (pointer is not null)
            {
                copies.Write(table, pointer, cancellationToken);
            }
        }
    }

    private static EnvironmentException Outrun(TableName table) =>
        new($"{table}: somebody else has published meanwhile, or changed its table in the catalog; nothing was published: start again");

    private Table Live(TableName table, CancellationToken cancellationToken) => catalog.Find(table, cancellationToken)
        ?? throw new CallerException($"{table}: the Glue catalog has no such table: run 'pulumi up' of this very version");

    /// <summary>Moves a live table.</summary>
    /// <returns>Whether it lies there now; false where somebody else has changed it.</returns>
    private bool Move(TableName table, Table live, TableInput input, string location)
    {
        GlueTableInputs.Move(input, location);
        bool Moved() => Live(table, CancellationToken.None).StorageDescriptor.Location == location;
        try
        {
            // Once it is on its way, nothing stops it: the answer would be lost, and with it whether it has moved. Where the first of two
            // attempts did it and its answer was lost, the second finds another version, and the location tells.
            return catalog.Update(table.Zone, input, live.VersionId, CancellationToken.None) || Moved();
        }
        catch (EnvironmentException) when (Moved())
        {
            return true;
        }
    }

    /// <summary>The quarantine's table moves just before its table's: whoever sees the new rows sees those refused with them.</summary>
    private void MoveQuarantine(TableName table, string? snapshot, CancellationToken cancellationToken)
    {
        if (!_withQuarantine.Contains(table))
        {
            return;
        }

        var name = Quarantine.Of(table);
        var live = Live(name, cancellationToken);
        var refused = snapshot is not null && storage.Files($"{LakeKeys.Snapshot(table, snapshot)}/{GlueLayout.Refused}", cancellationToken).Count > 0;
        var location = refused ? _locations.Of(table, snapshot!, GlueLayout.Refused) : _locations.Nothing(table);
        if (live.StorageDescriptor.Location != location && !Move(name, live, GlueTableInputs.Of(live), location))
        {
            throw Outrun(table);
        }
    }

    /// <summary>A table that did not move gets its quarantine back, as far as that can be done.</summary>
    private void FollowBack(TableName table)
    {
        try
        {
            MoveQuarantine(table, _locations.Read(table, Live(table, CancellationToken.None))?.Snapshot, CancellationToken.None);
        }
        catch (EnvironmentException)
        {
            // Why the table did not move matters more; the next publication puts it right.
        }
    }

    /// <summary>The table has moved: a copy that cannot be written lags until the next writer.</summary>
    private void WriteCopy(TableName table, Pointer pointer)
    {
        try
        {
            copies.Write(table, pointer, CancellationToken.None);
        }
        catch (EnvironmentException)
        {
            // See Repair.
        }
    }
}
