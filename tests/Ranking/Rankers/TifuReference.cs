using Recommender.Ranking.Rankers;

namespace Recommender.Ranking.Tests.Rankers;

/// <summary>The personal part of TIFU-KNN step by step: decayed basket vectors, averaged in groups, groups decayed and averaged.</summary>
internal static class TifuReference
{
    public static IEnumerable<(long Product, double Score)> Scores(long[][] baskets, DecaySettings settings)
    {
        var decayed = baskets.Select((basket, t) => basket.ToDictionary(
            product => product, _ => Math.Pow(settings.BasketDecay, baskets.Length - 1 - t))).ToList();
        var groups = new List<List<Dictionary<long, double>>>();
        var groupCount = Math.Min(settings.Groups, baskets.Length);
        while (groups.Count < groupCount)
        {
            // What is left is shared by the groups that are left, the remainder going to the last ones.
            var size = decayed.Count / (groupCount - groups.Count);
            groups.Add(decayed[..size]);
            decayed = decayed[size..];
        }

        var sums = new Dictionary<long, double>();
        for (var g = 0; g < groups.Count; g++)
        {
            foreach (var (product, weight) in groups[g].SelectMany(basket => basket))
            {
                var average = weight / groups[g].Count;
                sums[product] = sums.GetValueOrDefault(product)
                    + (average * Math.Pow(settings.GroupDecay, settings.Groups - 1 - g) / groups.Count);
            }
        }

        return sums.Select(item => (item.Key, item.Value));
    }
}
