using Recommender.Ranking.Evaluation;
using Recommender.Ranking.Histories;

namespace Recommender.Ranking.Sequences;

/// <summary>Sequences as the rankers take them.</summary>
internal static class SequenceHistories
{
    /// <summary>The histories of all users; every item is a product.</summary>
    public static UserHistories Build(SequenceSet set, int threads, CancellationToken cancellation)
    {
        var builder = new HistoriesBuilder();
        builder.AddProducts([.. Enumerable.Range(0, set.Items).Select(item => (long)item)]);
        builder.AddUsers([.. set.Ids]);
        for (var place = 0; place < set.Ids.Count; place++)
        {
            cancellation.ThrowIfCancellationRequested();
            var baskets = set.Sequences[place].Baskets;
            for (var basket = 0; basket < baskets.Count; basket++)
            {
                var items = baskets[basket];
                builder.AddLines(
                    [.. Enumerable.Repeat(set.Ids[place], items.Length)], Array.ConvertAll(items, item => (long)item),
                    [.. Enumerable.Repeat(basket + 1, items.Length)], [.. items.Select((_, cart) => Math.Min(cart, UserBand.MaxCartPosition))]);
            }
        }

        return builder.Build(threads, cancellation);
    }

    /// <summary>The known next baskets of a part's users.</summary>
    public static TruthBaskets Truth(SequenceSet set, SequencePart part)
    {
        List<long> users = [];
        List<long> items = [];
        for (var place = 0; place < set.Ids.Count; place++)
        {
            if (set.Sequences[place] is { Next: { } next } user && user.Part == part)
            {
                users.AddRange(Enumerable.Repeat(set.Ids[place], next.Length));
                items.AddRange(next.Select(item => (long)item));
            }
        }

        return TruthBaskets.FromLines([.. users], [.. items]);
    }
}
