namespace Recommender.Ranking.Rankers;

/// <summary>
/// One ranker's list, filled up from another's without repeating a product: as many items as asked for, wherever the
/// filler knows that many products. Scores of the two parts are not comparable; the order is that of the list.
/// </summary>
/// <param name="primary">Whose list comes first.</param>
/// <param name="filler">Whose list fills it up.</param>
/// <param name="name">The name in reports and tables; null for one made of the two names.</param>
internal sealed class FilledRanker(IRanker primary, IRanker filler, string? name = null) : IRanker
{
    /// <summary>Whose list comes first.</summary>
    public IRanker Primary => primary;

    /// <inheritdoc/>
    public string Name { get; } = name ?? $"{primary.Name}_filled_by_{filler.Name}";

    /// <inheritdoc/>
    public int Rank(int user, Span<ScoredItem> top, RankingWorkspace workspace)
    {
        var count = primary.Rank(user, top, workspace);
        if (count == top.Length)
        {
            return count;
        }

        // At most `count` of the filler's first top.Length items are repeats, so these are enough.
        var more = workspace.Borrow(top.Length);
        try
        {
            var offered = filler.Rank(user, more, workspace);
            return Append(more[..offered], top, count);
        }
        finally
        {
            workspace.Return();
        }
    }

    private static int Append(ReadOnlySpan<ScoredItem> more, Span<ScoredItem> top, int count)
    {
        var primary = top[..count];
        for (var i = 0; i < more.Length && count < top.Length; i++)
        {
            if (!Contains(primary, more[i].Item))
            {
                top[count++] = more[i];
            }
        }

        return count;
    }

    private static bool Contains(ReadOnlySpan<ScoredItem> items, int item)
    {
        foreach (ref readonly var other in items)
        {
            if (other.Item == item)
            {
                return true;
            }
        }

        return false;
    }
}
