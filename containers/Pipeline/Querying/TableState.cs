using Recommender.Lake.Errors;
using Recommender.Lake.Snapshots;
using Recommender.Lake.Tables;

namespace Recommender.Pipeline.Querying;

/// <summary>Whether a table can be read.</summary>
internal static class TableState
{
    /// <summary>Makes sure that a table can be read.</summary>
    /// <exception cref="CallerException">It is not built yet.</exception>
    /// <exception cref="EnvironmentException">Its files are damaged.</exception>
    public static void RequireReadable(SnapshotStore store, TableName table, CancellationToken cancellationToken = default)
    {
        var current = store.Current(table, cancellationToken)
            ?? throw new CallerException($"{table} is not built yet: run 'recommender run' first ('recommender plan' shows what it would build)");
        if (store.Damage(table, current, cancellationToken) is [var damage, ..])
        {
            throw new EnvironmentException($"{table} is damaged, {damage}: 'recommender run' builds it anew or, where it keeps rows over time, says what to do; 'recommender doctor' shows more");
        }
    }
}
