using Recommender.Lake.Errors;
using Recommender.Lake.Snapshots;
using Recommender.Lake.Storage;
using Recommender.Lake.Tables;
using Recommender.Pipeline.Console;
using Recommender.Pipeline.Lakes;

namespace Recommender.Pipeline.Diagnosis;

/// <summary>Looks at a lake: whether it can be read and written, and whether its snapshots are whole.</summary>
/// <param name="place">The lake.</param>
/// <param name="tables">The declared tables.</param>
/// <param name="cancellationToken">Stops it.</param>
internal sealed class LakeChecks(ILakePlace place, IReadOnlyList<TableDeclaration> tables, CancellationToken cancellationToken)
{
    private readonly SnapshotStore _store = place.Store;

    /// <summary>Whether the lake can be got at.</summary>
    public Finding Access() => place.Store.Storage is FolderStorage folder ? FolderAccess(folder.Lake.Root) : CatalogAccess();

    /// <summary>Whether another process writes now.</summary>
    public Finding Writer()
    {
        try
        {
            var writers = place.Locks.Writers([.. tables.Select(table => table.Name)], cancellationToken);
            return new Finding("writer", true, writers.Count == 0 ? "none; the lake is free" : string.Join("; ", writers));
        }
        catch (Exception error) when (error is CallerException or EnvironmentException)
        {
            return new Finding("writer", false, error.Message);
        }
    }

    /// <summary>Snapshots whose files are missing or of another size than their manifest says.</summary>
    public IEnumerable<Finding> Snapshots()
    {
        var complete = 0;
        var faults = new List<Finding>();
        foreach (var table in tables.Select(table => table.Name))
        {
            try
            {
                _ = _store.Current(table, cancellationToken);
                foreach (var manifest in _store.Complete(table, cancellationToken))
                {
                    complete++;
                    faults.AddRange(_store.Damage(table, manifest, cancellationToken).Select(damage => new Finding("snapshots", false, $"{table} {manifest.Snapshot}: {damage}: where it is the current one, the next 'recommender run' builds it anew, from its delivery if it is a raw table; a table that keeps rows over time, such as ml.models, goes back with 'recommender rollback'")));
                }
            }
            catch (Exception error) when (error is CallerException or EnvironmentException)
            {
                faults.Add(new Finding("snapshots", false, $"{table}: {error.Message}"));
            }
        }

        return faults.Count > 0 ? faults : [new Finding("snapshots", true, $"{HumanText.Of(complete, "snapshot")}, every file there and of the size it should have")];
    }

    /// <summary>What killed writers left.</summary>
    public Finding Unfinished()
    {
        try
        {
            var unfinished = tables.Sum(table => _store.Folders(table.Name, cancellationToken).Count(id => !_store.Storage.Has(LakeKeys.Manifest(table.Name, id), cancellationToken)));
            return new Finding("unfinished", true, unfinished == 0 ? "none" : $"{HumanText.Of(unfinished, "unfinished snapshot")}: being built now, or left by a stopped run; the next 'recommender run' removes what was left");
        }
        catch (Exception error) when (error is CallerException or EnvironmentException)
        {
            return new Finding("unfinished", false, error.Message);
        }
    }

    /// <summary>When the newest snapshot was built, or null where there is none that can be read.</summary>
    public DateTimeOffset? Newest()
    {
        try
        {
            return tables.Select(table => _store.Current(table.Name, cancellationToken)?.CreatedAt).Max();
        }
        catch (Exception error) when (error is CallerException or EnvironmentException)
        {
            return null;
        }
    }

    private static Finding FolderAccess(string root)
    {
        if (!Directory.Exists(root))
        {
            return new Finding("lake", true, $"{root} is not there yet; 'recommender run' or 'recommender demo' makes it");
        }

        try
        {
            _ = Directory.EnumerateFileSystemEntries(root).FirstOrDefault();
            var probe = Path.Combine(root, $"_doctor.{Environment.ProcessId}");
            File.WriteAllText(probe, "");
            File.Delete(probe);
            return new Finding("lake", true, $"{root} can be read and written");
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            return new Finding("lake", false, $"{root}: {error.Message}: give this user the right to read and write it");
        }
    }

    private Finding CatalogAccess()
    {
        try
        {
            place.RequireCatalog(tables, cancellationToken);
            return new Finding("lake", true, $"{_store.Storage.Name}: the catalog has all {HumanText.Of(tables.Count, "table")} as this version declares them");
        }
        catch (Exception error) when (error is CallerException or EnvironmentException)
        {
            return new Finding("lake", false, error.Message);
        }
    }
}
