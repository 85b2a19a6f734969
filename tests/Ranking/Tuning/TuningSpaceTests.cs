using Recommender.Ranking.Learning;
using Recommender.Ranking.Registry;
using Recommender.Ranking.Tuning;

namespace Recommender.Ranking.Tests.Tuning;

public sealed class TuningSpaceTests
{
    private static readonly TuningSpace Space = TreeLearnerSettings.Space;

    [Fact]
    public void The_first_trial_tries_the_defaults_which_are_those_of_training()
    {
        Assert.Equal(Space.Defaults, Space.Settings(5, 0));
        var standard = new RankerSettings();
        Assert.Equal(
            standard with { Threads = 1, Trees = standard.Trees with { Threads = 1 } }, TreeLearnerSettings.Of(new Dictionary<string, double>(), standard.Seed, 1));
    }

    [Fact]
    public void Every_point_lies_in_its_ranges_and_can_be_trained_with()
    {
        Assert.True(Space.Holds(Space.Defaults));
        var seen = new HashSet<string>();
        for (var trial = 1; trial <= 300; trial++)
        {
            var settings = Space.Settings(1, trial);
            Assert.True(Space.Holds(settings), string.Join(' ', settings));
            Assert.True(seen.Add(SettingsJson.Write(settings)));
            TreeLearnerSettings.Of(settings, 1, 1).Validate();
            Assert.Equal(settings, TreeLearnerSettings.Values(TreeLearnerSettings.Of(settings, 1, 1)));
        }
    }

    [Fact]
    public void Points_follow_from_seed_and_number_alone()
    {
        Assert.Equal(Space.Settings(3, 17), Space.Settings(3, 17));
        Assert.NotEqual(Space.Settings(3, 17), Space.Settings(4, 17));
    }

    [Fact]
    public void Logarithmic_ranges_are_drawn_evenly_over_their_logarithm_and_whole_ones_with_both_ends()
    {
        var parameter = new TuningParameter("x", "A number.", 1, 100, 10) { IsLogarithmic = true };
        Assert.Equal(10, parameter.At(0.5), 9);
        var whole = new TuningParameter("n", "A number.", 1, 3, 2) { IsWhole = true };
        var counts = Enumerable.Range(0, 3000).GroupBy(place => whole.At((place + 0.5) / 3000)).ToDictionary(group => group.Key, group => group.Count());
        Assert.Equal([1.0, 2.0, 3.0], counts.Keys.Order());
        Assert.All(counts.Values, count => Assert.InRange(count, 999, 1001));
    }

    [Theory]
    [InlineData("{\"leaves\":31}", true)]
    [InlineData("{\"leaves\":1000000}", false)]
    [InlineData("{\"branches\":31}", false)]
    public void Settings_of_another_version_are_known(string json, bool holds) => Assert.Equal(holds, Space.Holds(SettingsJson.Read(json).ToDictionary()));
}
