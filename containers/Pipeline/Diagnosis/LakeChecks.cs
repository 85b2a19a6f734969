using Recommender.Lake.Errors;
using Recommender.Lake.Snapshots;
using Recommender.Lake.Tables;
using Recommender.Pipeline.Console;

namespace Recommender.Pipeline.Diagnosis;

/// <summary>Looks at a lake: whether it can be read and written, and whether its snapshots are whole.</summary>
/// <param name="store">The lake's snapshots.</param>
/// <param name="tables">The declared tables.</param>
internal sealed class LakeChecks(SnapshotStore store, IReadOnlyList<TableDeclaration> tables)
{
    private string Root => store.Lake.Root;

    /// <summary>Whether the folder can be read and written.</summary>
    public Finding Access()
    {
        if (!Directory.Exists(Root))
        {
            return new Finding("lake", true, $"{Root} is not there yet; 'recommender run' or 'recommender demo' makes it");
        }

        try
        {
            _ = Directory.EnumerateFileSystemEntries(Root).FirstOrDefault();
            var probe = Path.Combine(Root, $"_doctor.{Environment.ProcessId}");
            File.WriteAllText(probe, "");
            File.Delete(probe);
            return new Finding("lake", true, $"{Root} can be read and written");
        }
        catch (Exception error) when (error is IOException or UnauthorizedAccessException)
        {
            return new Finding("lake", false, $"{Root}: {error.Message}: give this user the right to read and write it");
        }
    }

    /// <summary>Whether another process writes now.</summary>
    public Finding Writer(TimeProvider clock)
    {
        if (!Directory.Exists(Root))
        {
            return new Finding("writer", true, "none");
        }

        try
        {
            LakeLock.Take(store.Lake, clock).Dispose();
            return new Finding("writer", true, "none; the lake is free");
        }
        catch (EnvironmentException error)
        {
            return new Finding("writer", true, error.Message);
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
                _ = store.Current(table);
                foreach (var manifest in store.Complete(table))
                {
                    complete++;
                    faults.AddRange(store.Damage(table, manifest).Select(damage => new Finding("snapshots", false, $"{table} {manifest.Snapshot}: {damage}: where it is the current one, the next 'recommender run' builds it anew, from its delivery if it is a raw table")));
                }
            }
            catch (EnvironmentException error)
            {
                faults.Add(new Finding("snapshots", false, $"{table}: {error.Message}"));
            }
        }

        return faults.Count > 0 ? faults : [new Finding("snapshots", true, $"{HumanText.Of(complete, "snapshot")}, every file there and of the size it should have")];
    }

    /// <summary>What killed writers left.</summary>
    public Finding Unfinished()
    {
        var unfinished = tables.Sum(table => store.Folders(table.Name).Count(id => !File.Exists(store.Lake.Manifest(table.Name, id))));
        return new Finding("unfinished", true, unfinished == 0 ? "none" : $"{HumanText.Of(unfinished, "unfinished snapshot")}: being built now, or left by a stopped run; the next 'recommender run' removes what was left");
    }

    /// <summary>When the newest snapshot was built, or null where there is none that can be read.</summary>
    public DateTimeOffset? Newest()
    {
        try
        {
            return tables.Select(table => store.Current(table.Name)?.CreatedAt).Max();
        }
        catch (EnvironmentException)
        {
            return null;
        }
    }
}
