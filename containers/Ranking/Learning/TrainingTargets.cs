using Recommender.Ranking.Features;
using Recommender.Ranking.Steps;

namespace Recommender.Ranking.Learning;

/// <summary>
/// Lists the baskets to learn from: each user's known next basket, and his own earlier baskets, each predicted from those before it.
/// </summary>
internal static class TrainingTargets
{
    private const ulong TimeSalt = 7;

    // Products of a basket whose rows weigh 1, so that weights stay about as they are.
    private const double PlainBasket = 10;

    /// <summary>The targets of some users, by user and then by time.</summary>
    public static List<TrainingTarget> List(ShopHistory shop, FitBaskets fit, IEnumerable<int> users, RankerSettings settings)
    {
        var timeKnown = ShareOfKnownTimes(shop);
        List<TrainingTarget> targets = [];
        foreach (var user in users)
        {
            var (first, end) = shop.Histories.Baskets(user);
            var baskets = end - first;
            var earliest = Math.Max(settings.LeastKnown, baskets - settings.EarlierTargets);
            for (var known = Math.Min(earliest, baskets); known <= baskets; known++)
            {
                // The known next basket counts however few come before it: such users are to be scored, too.
                if (known == baskets && (!fit.HasNext(user) || baskets == 0))
                {
                    break;
                }

                // The next basket's own time is known or not, as it will be in scoring.
                var hides = known < baskets && UserSample.Hash(shop.Histories.Users.Id(user) + (known * 1_000_003L), TimeSalt) >= timeKnown;
                var target = new TrainingTarget(user, known, (float)Math.Pow(settings.EarlierWeight, baskets - known), hides);
                targets.Add(target with { Weight = target.Weight * SizeWeight(fit.Basket(target).Length, settings) });
            }
        }

        return targets;
    }

    private static float SizeWeight(int products, RankerSettings settings) =>
        (float)Math.Pow(PlainBasket / Math.Max(1, products), settings.SmallBasketPower);

    // Rows to learn from are to look like those that are scored: a shop that knows when earlier orders were placed, but not when
    // the next one will be, must not teach trees to rely on it.
    private static double ShareOfKnownTimes(ShopHistory shop)
    {
        if (shop.Times is not { } times)
        {
            return 0;
        }

        var users = shop.Histories.Users.Count;
        var known = 0;
        for (var user = 0; user < users; user++)
        {
            known += float.IsNaN(times.Next(user).DaysSincePrior) ? 0 : 1;
        }

        return (double)known / Math.Max(1, users);
    }
}
