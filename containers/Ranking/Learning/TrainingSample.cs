using Recommender.Ranking.Features;

namespace Recommender.Ranking.Learning;

/// <summary>
/// Whom to learn from, and from how many of each one's earlier baskets. Where all rows would be more than the settings allow, the
/// oldest targets go first, since those of one user are much alike, and users are sampled only where that is not enough. What is
/// chosen follows from data and settings alone.
/// </summary>
/// <param name="Users">The users, by index, ascending.</param>
/// <param name="EarlierTargets">How many of a user's own earlier baskets, newest first, are targets.</param>
internal sealed record TrainingSample(IReadOnlyList<int> Users, int EarlierTargets)
{
    private const int SizedUsers = 400;

    /// <summary>Chooses by the rows of some of the users.</summary>
    public static TrainingSample Choose(ShopKnowledge shop, FitBaskets fit, TrainingRows rows, RankerSettings settings, CancellationToken cancellation)
    {
        var ids = shop.Shop.Histories.Users;
        bool Among(int user, double count) => UserSample.Keeps(ids.Id(user), (int)Math.Min(int.MaxValue, count), fit.Users.Count);
        var sized = fit.Users.Where(user => Among(user, SizedUsers)).ToList();
        var perUser = RowsPerUser(shop, fit, sized, rows, settings, cancellation);
        if (perUser[^1] * fit.Users.Count <= settings.MostRows)
        {
            return new TrainingSample(fit.Users, settings.EarlierTargets);
        }

        var earlier = perUser.Length - 1;
        while (earlier > settings.FewestEarlierTargets && perUser[earlier] * fit.Users.Count > settings.MostRows)
        {
            earlier--;
        }

        return new TrainingSample([.. fit.Users.Where(user => Among(user, settings.MostRows / Math.Max(1, perUser[earlier])))], Math.Min(earlier, settings.EarlierTargets));
    }

    /// <summary>Mean rows of a user with the next basket and at most 0, 1, … earlier ones as targets.</summary>
    private static double[] RowsPerUser(
        ShopKnowledge shop, FitBaskets fit, List<int> users, TrainingRows rows, RankerSettings settings, CancellationToken cancellation)
    {
        var counted = rows.Count(TrainingTargets.List(shop.Shop, fit, users, settings), cancellation);
        var ages = counted.Targets.Select(target => shop.Shop.Histories.Baskets(target.User) is var (first, end) ? end - first - target.Known : 0).ToArray();
        var perUser = new double[ages.DefaultIfEmpty().Max() + 1];
        for (var index = 0; index < ages.Length; index++)
        {
            perUser[ages[index]] += (double)counted.Count(index) / users.Count;
        }

        for (var age = 1; age < perUser.Length; age++)
        {
            perUser[age] += perUser[age - 1];
        }

        return perUser;
    }
}
