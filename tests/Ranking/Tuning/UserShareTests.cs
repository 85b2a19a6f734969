using Recommender.Ranking.Features;
using Recommender.Ranking.Tuning;

namespace Recommender.Ranking.Tests.Tuning;

public sealed class UserShareTests
{
    private const int Users = 40_000;

    [Fact]
    public void A_share_is_about_as_large_as_it_says_and_part_of_every_greater_one()
    {
        var quarter = In(0.25);
        Assert.InRange(quarter.Count, 9_700, 10_300);
        Assert.Superset(quarter, In(0.5));
        Assert.Equal(Users, In(1).Count);
    }

    [Fact]
    public void Training_samples_a_share_as_it_samples_everybody()
    {
        var quarter = In(0.25);
        Assert.InRange(quarter.Count(user => UserSample.Keeps(user, quarter.Count / 4, quarter.Count)), quarter.Count * 0.23, quarter.Count * 0.27);
    }

    private static HashSet<long> In(double share) => [.. Enumerable.Range(1, Users).Select(user => (long)user).Where(user => UserShare.Has(user, share))];
}
