using Recommender.Ranking.Candidates;
using Recommender.Ranking.Similarity;
using Recommender.Ranking.Statistics;

namespace Recommender.Ranking.Features;

/// <summary>One thread's counts of what is bought after one product, by fold of users.</summary>
internal sealed class SequelCounter(Sequels sequels, BasketsOfItems baskets, KnowledgeSettings settings)
{
    private readonly int[] _counts = new int[sequels.Histories.Products.Count * StatisticFolds.Count];
    private readonly int[] _touched = new int[sequels.Histories.Products.Count];
    private readonly int[] _followed = new int[StatisticFolds.Count];
    private readonly BestItems _best = new(settings.SequelsPerItem);
    private int _found;

    /// <summary>By fold, what users of the other folds buy after a product, best first.</summary>
    public FoldPairs.Pair[][] Find(int item)
    {
        _found = 0;
        Array.Clear(_followed);
        var lastUser = -1;
        foreach (var basket in baskets.Of(item))
        {
            var user = sequels.UserOfBasket[basket];
            if (!sequels.NextOnly || user != lastUser)
            {
                lastUser = CountSequel(basket, user) ? user : lastUser;
            }
        }

        var pairs = new FoldPairs.Pair[StatisticFolds.Count][];
        var all = _followed.Sum();
        for (var fold = 0; fold < pairs.Length; fold++)
        {
            pairs[fold] = Best(fold, all - _followed[fold]);
        }

        foreach (var other in _touched.AsSpan(0, _found))
        {
            _counts.AsSpan(other * StatisticFolds.Count, StatisticFolds.Count).Clear();
        }

        return pairs;
    }

    private bool CountSequel(int basket, int user)
    {
        var (_, end) = sequels.Histories.Baskets(user);
        var isKnown = sequels.Next.TryGetValue(user, out var next);
        var sequel = sequels.NextOnly
            ? isKnown && basket >= end - SimilarityScores.Baskets ? next : []
            : basket + 1 < end ? sequels.Histories.Basket(basket + 1) : isKnown ? next : [];
        if (sequel.IsEmpty)
        {
            return false;
        }

        var fold = StatisticFolds.Of(sequels.Histories.Users.Id(user));
        _followed[fold]++;
        foreach (var other in sequel)
        {
            var counts = _counts.AsSpan(other * StatisticFolds.Count, StatisticFolds.Count);
            if (!counts.ContainsAnyExcept(0))
            {
                _touched[_found++] = other;
            }

            counts[fold]++;
        }

        return true;
    }

    /// <summary>Support and rank are those among the other folds alone: what is left out tells nothing of the fold itself.</summary>
    private FoldPairs.Pair[] Best(int fold, int followed)
    {
        _best.Clear();
        foreach (var other in _touched.AsSpan(0, _found))
        {
            var count = OfOthers(fold, other);
            if (count >= settings.SimilarSupport)
            {
                _best.Offer(other, count);
            }
        }

        return [.. _best.Items.ToArray().Select(other => new FoldPairs.Pair(other, (float)(OfOthers(fold, other) / (followed + settings.SimilarShrinkage))))];
    }

    private int OfOthers(int fold, int other)
    {
        var counts = _counts.AsSpan(other * StatisticFolds.Count, StatisticFolds.Count);
        var sum = -counts[fold];
        foreach (var count in counts)
        {
            sum += count;
        }

        return sum;
    }
}
