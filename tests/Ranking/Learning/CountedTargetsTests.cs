using Recommender.Ranking.Learning;

namespace Recommender.Ranking.Tests.Learning;

public class CountedTargetsTests
{
    [Fact]
    public void Rows_of_targets_follow_one_another_and_parts_keep_their_counts()
    {
        static TrainingTarget Target(int user, int known) => new(user, known, 1, false);
        var targets = new CountedTargets([Target(1, 2), Target(1, 3), Target(4, 2)], [5, 0, 7]);
        Assert.Equal([0, 5, 5, 12], targets.Starts);
        Assert.Equal(12, targets.Rows);
        Assert.Equal([0, 5], targets.GroupStarts);
        Assert.Equal([0, 5, 12], targets.Every(2).Starts);

        var all = targets.And(new CountedTargets([Target(2, 9), Target(4, 1)], [3, 2]));
        Assert.Equal([(1, 2), (1, 3), (2, 9), (4, 1), (4, 2)], all.Targets.Select(target => (target.User, target.Known)));
        Assert.Equal([0, 5, 5, 8, 10, 17], all.Starts);
        Assert.Equal(0, new CountedTargets([], []).Rows);
    }
}
