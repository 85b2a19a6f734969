using Recommender.Ranking.Trees;

namespace Recommender.Ranking.Tests.Trees;

public class TreeSettingsTests
{
    [Fact]
    public void Defaults_are_right() => new TreeSettings().Validate();

    [Fact]
    public void All_faults_are_named_at_once()
    {
        var settings = new TreeSettings
        {
            Objective = (TreeObjective)7, Rounds = 0, LearningRate = 1.5, Leaves = 1, MinRowsInLeaf = 0, MinHessianInLeaf = double.NaN, MinGain = -1, L2 = -1, L1 = -2,
            CategoricalL2 = double.PositiveInfinity, RowFraction = 0, ColumnFraction = 2, EarlyStoppingRounds = -1, EarlyStoppingTolerance = double.NaN, LambdaRankTruncation = 0, Threads = 0,
        };

        var message = Assert.Throws<ArgumentException>(settings.Validate).Message;

        Assert.StartsWith("Tree settings: Objective is 7; it must be Logistic or LambdaRank. Rounds is 0; it must be 1 to 100000. LearningRate is 1.5; ", message, StringComparison.Ordinal);
        Assert.All(
            typeof(TreeSettings).GetProperties().Select(property => property.Name).Where(name => name is not ("Seed" or "EqualityContract")),
            name => Assert.Contains($" {name} is ", message, StringComparison.Ordinal));
    }
}
