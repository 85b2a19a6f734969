using Recommender.Ranking.Features;
using Recommender.Ranking.Learning;
using Recommender.Ranking.Neighbours;
using Recommender.Ranking.Trees;

namespace Recommender.Ranking.Sequences;

/// <summary>How rankers are trained on sequences: chosen on quarters of Ta-Feng's train users, each with the others fitted on.</summary>
internal static class SequenceSettings
{
    /// <summary>
    /// One earlier basket of each user (more of them added minutes, not hits), all never-bought candidates (which most of a basket is
    /// of), small baskets' rows weighing more, what is bought one order after another, neighbours compared and heard by their latest
    /// baskets, and LambdaRank beside log loss.
    /// </summary>
    public static RankerSettings Training { get; } = new()
    {
        EarlierTargets = 1,
        NewProductShare = 1,
        SmallBasketPower = 0.5,
        SlowRows = 0,
        RankingWeight = 1,
        Knowledge = new KnowledgeSettings { SequelsPerItem = 40, Neighbours = new NeighbourSettings { MatchDecay = 0.7, ProfileDecay = 0.5 } },
        Trees = new TreeSettings
        {
            Rounds = 400, LearningRate = 0.06, Leaves = 31, MinRowsInLeaf = 60, L2 = 5, RowFraction = 0.7, ColumnFraction = 0.4, EarlyStoppingRounds = 30,
        },
    };

    /// <summary>What LambdaRank's margin may weigh beside that of log loss: the val users choose.</summary>
    public static IReadOnlyList<double> RankingWeights { get; } = [1, 0, 0.5, 2];
}
