using Recommender.Ranking.Candidates;
using Recommender.Ranking.Features;
using Recommender.Ranking.Trees;

namespace Recommender.Ranking.Learning;

/// <summary>How a ranker is trained. The defaults are what was best in trials on baskets hidden from known histories.</summary>
internal sealed record RankerSettings
{
    /// <summary>Which products are scored.</summary>
    public CandidateSettings Candidates { get; init; } = new();

    /// <summary>What is gathered over all users.</summary>
    public KnowledgeSettings Knowledge { get; init; } = new();

    /// <summary>How many of a user's own earlier baskets, newest first, are targets beside the known next one, from 0. Default 100.</summary>
    public int EarlierTargets { get; init; } = 100;

    /// <summary>What an earlier basket's rows count relative to those of the next newer one, above 0 to 1. Default 0.97.</summary>
    public double EarlierWeight { get; init; } = 0.97;

    /// <summary>
    /// How much more the rows of small baskets weigh, from 0 to 1: (10 / products of the basket)^power. Recall and NDCG divide by the
    /// basket's size, log loss does not: with 1 it learns shares of baskets, but its probabilities are of baskets so weighed. Default 0.
    /// </summary>
    public double SmallBasketPower { get; init; }

    /// <summary>Known baskets before an earlier basket that may be a target, at least 1; the next one may be with any. Default 2.</summary>
    public int LeastKnown { get; init; } = 2;

    /// <summary>Share of the never-bought candidates whose rows are learnt from (each then weighs as much more), above 0 to 1. Default 0.25.</summary>
    public double NewProductShare { get; init; } = 0.25;

    /// <summary>
    /// About how many rows are learnt from at most, at least 1,000. Of more, each user's oldest targets are left out, down to
    /// <see cref="FewestEarlierTargets"/>, and then users are sampled. Default 1,500,000.
    /// </summary>
    public int MostRows { get; init; } = 1_500_000;

    /// <summary>How many of a user's own earlier baskets stay targets, where he has so many, before users are sampled; from 0. Default 4.</summary>
    public int FewestEarlierTargets { get; init; } = 4;

    /// <summary>Share of the users to fit on who are held out to decide when to stop, and to calibrate; above 0, at most 0.5. Default 0.15.</summary>
    public double HeldOutShare { get; init; } = 0.15;

    /// <summary>Whether, once the number of rounds is known, the model is trained again with the held-out users. Default true.</summary>
    public bool Refit { get; init; } = true;

    /// <summary>Models with different seeds whose margins are averaged, at least 1. Default 1.</summary>
    public int Bags { get; init; } = 1;

    /// <summary>What a LambdaRank model's margin weighs beside the logistic one's, from 0 (none is trained). Default 0.</summary>
    public double RankingWeight { get; init; }

    /// <summary>
    /// How the trees are trained; objective, seed and threads are set by the trainer, and leaves need at most a 200th of the rows. Held-out
    /// users are few and their least loss comes early by chance: a loss within 0.2 % of it is as good.
    /// </summary>
    public TreeSettings Trees { get; init; } = new()
    {
        Rounds = 350, LearningRate = 0.06, Leaves = 20, MinRowsInLeaf = 400, L2 = 30, RowFraction = 0.6, ColumnFraction = 0.15, EarlyStoppingRounds = 40,
        EarlyStoppingTolerance = 0.002,
    };

    /// <summary>
    /// Of how many rows at most trees learn slowly, from 0: at half the rate, in twice the rounds, two thirds of the columns each. It ranks
    /// a little better, and takes a small shop's time: twice as much, in training and in scoring. Default 700,000.
    /// </summary>
    public int SlowRows { get; init; } = 700_000;

    /// <summary>Seed of all samples. Default 1.</summary>
    public long Seed { get; init; } = 1;

    /// <summary>Threads to use, at least 1; the model does not depend on it. Default: one per processor.</summary>
    public int Threads { get; init; } = Environment.ProcessorCount;

    /// <summary>Whether trees learn slowly of so many rows.</summary>
    public bool IsSlow(int rows) => rows <= SlowRows;

    /// <summary>How the trees of so many rows are trained.</summary>
    public TreeSettings TreesOf(int rows) => !IsSlow(rows) ? Trees : Trees with
    {
        LearningRate = Trees.LearningRate / 2, Rounds = 2 * Trees.Rounds, EarlyStoppingRounds = 2 * Trees.EarlyStoppingRounds, ColumnFraction = Trees.ColumnFraction * 2 / 3,
    };

    /// <summary>Checks all settings.</summary>
    /// <exception cref="ArgumentException">Names every fault.</exception>
    public void Validate()
    {
        var faults = new SettingFaults();
        foreach (var fault in Candidates.Faults().Concat(Knowledge.Faults()))
        {
            faults.Add(fault);
        }

        faults.Unless(EarlierTargets >= 0, nameof(EarlierTargets), EarlierTargets, "at least 0");
        faults.Unless(EarlierWeight is > 0 and <= 1, nameof(EarlierWeight), EarlierWeight, "above 0, at most 1");
        faults.Unless(SmallBasketPower is >= 0 and <= 1, nameof(SmallBasketPower), SmallBasketPower, "from 0 to 1");
        faults.Unless(LeastKnown >= 1, nameof(LeastKnown), LeastKnown, "at least 1");
        faults.Unless(NewProductShare is > 0 and <= 1, nameof(NewProductShare), NewProductShare, "above 0, at most 1");
        faults.Unless(MostRows >= 1_000, nameof(MostRows), MostRows, "at least 1000");
        faults.Unless(FewestEarlierTargets >= 0, nameof(FewestEarlierTargets), FewestEarlierTargets, "at least 0");
        faults.Unless(HeldOutShare is > 0 and <= 0.5, nameof(HeldOutShare), HeldOutShare, "above 0, at most 0.5");
        faults.Unless(Bags >= 1, nameof(Bags), Bags, "at least 1");
        faults.Unless(double.IsFinite(RankingWeight) && RankingWeight >= 0, nameof(RankingWeight), RankingWeight, "at least 0");
        faults.Unless(SlowRows >= 0, nameof(SlowRows), SlowRows, "at least 0");
        faults.Unless(Threads >= 1, nameof(Threads), Threads, "at least 1");
        faults.ThrowIfAny("Ranker settings");
        Trees.Validate();
    }
}
