using Recommender.Ranking.Evaluation;
using Recommender.Ranking.Rankers;
using Recommender.Ranking.Tests.Support;
using Recommender.Ranking.Tuning;

namespace Recommender.Ranking.Tests.Tuning;

public class DecayTuningTests
{
    // 10 is frequent and old, 20 rare and new: only a strong decay puts 20 first.
    private static readonly Shop TwoTastes = new Shop()
        .Order(1, 1, 10).Order(1, 2, 10).Order(1, 3, 10).Order(1, 4, 10).Order(1, 5, 20);

    private static readonly EvaluationOptions FirstPlace = new() { Cutoffs = [1] };

    [Theory]
    [InlineData(10, 1.0)]
    [InlineData(20, 0.1)]
    public void The_settings_that_find_the_truth_are_picked(long truth, double basketDecay)
    {
        var grid = new DecayGrid { Groups = [1], BasketDecays = [1, 0.1], GroupDecays = [1] };

        var result = DecayTuning.Search(TwoTastes.Build(), TruthBaskets.FromLines([1], [truth]), grid, FirstPlace);

        Assert.Equal(new DecaySettings { Groups = 1, BasketDecay = basketDecay, GroupDecay = 1 }, result.Best);
        Assert.Equal([0, 1], result.Trials.Select(trial => trial.Metrics.Recall).Order());
    }

    [Fact]
    public void Of_equal_settings_the_first_of_the_grid_is_picked()
    {
        var grid = new DecayGrid { Groups = [2, 1], BasketDecays = [0.8, 0.9], GroupDecays = [1, 0.9] };

        var result = DecayTuning.Search(TwoTastes.Build(), TruthBaskets.FromLines([1], [999]), grid, FirstPlace);

        Assert.Equal(new DecaySettings { Groups = 2, BasketDecay = 0.8, GroupDecay = 1 }, result.Best);
        Assert.Equal(8, result.Trials.Count);
        Assert.Equal(new DecaySettings { Groups = 2, BasketDecay = 0.8, GroupDecay = 0.9 }, result.Trials[1].Settings);
    }

    [Fact]
    public void An_empty_grid_is_refused_naming_every_empty_list()
    {
        var grid = new DecayGrid { Groups = [], BasketDecays = [], GroupDecays = [0.5] };

        var error = Assert.Throws<ArgumentException>(() => DecayTuning.Search(TwoTastes.Build(), TruthBaskets.FromLines([1], [10]), grid));

        Assert.Equal("Decay grid: Groups is empty. BasketDecays is empty.", error.Message);
    }

    [Fact]
    public void A_setting_out_of_range_is_refused() => Assert.Throws<ArgumentException>(() => DecayTuning.Search(
        TwoTastes.Build(), TruthBaskets.FromLines([1], [10]), new DecayGrid { BasketDecays = [2] }));
}
