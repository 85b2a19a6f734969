using Recommender.Lake.Snapshots;
using Recommender.Lake.Tables;

namespace Recommender.Pipeline.Querying;

/// <summary>Whether a table can be read.</summary>
internal static class TableState
{
    /// <summary>Why a table cannot be read and what to do, or null where it can.</summary>
    public static string? WhyUnreadable(SnapshotStore store, TableName table)
    {
        if (store.Current(table) is not { } current)
        {
            return $"{table} is not built yet: run 'recommender run' first ('recommender plan' shows what it would build)";
        }

        return store.Damage(table, current) is [var damage, ..]
            ? $"{table} is damaged, {damage}: 'recommender run' builds it anew, 'recommender doctor' shows more"
            : null;
    }
}
