namespace Recommender.Ranking.Trees;

/// <summary>Follows the validation rows' figure and says when to stop.</summary>
internal sealed class ValidationWatch(TreeRows rows, ITreeLoss loss, double baseMargin, TreeSettings settings)
{
    private readonly TreeMargins _margins = new(rows, baseMargin, settings.Threads);
    private double _bestLoss = loss.Loss(Start(rows, baseMargin), settings.Threads, CancellationToken.None);
    private int _rounds;

    /// <summary>The figure after the last tree: mean log loss, or mean NDCG.</summary>
    public double Figure { get; private set; } = double.NaN;

    /// <summary>So many trees had the last good figure; of equally good ones without tolerance, the fewest trees.</summary>
    public int GoodTrees { get; private set; }

    /// <summary>The round after which there were <see cref="GoodTrees"/> first.</summary>
    public int GoodRound { get; private set; }

    /// <summary>Whether the figure has not been good for as many rounds as settings allow, with or without a tree.</summary>
    public bool Stop => settings.EarlyStoppingRounds > 0 && _rounds - GoodRound >= settings.EarlyStoppingRounds;

    /// <summary>Ends a round.</summary>
    /// <param name="round">The round, from 1.</param>
    /// <param name="tree">Its tree; null where none gained anything.</param>
    /// <param name="trees">Trees so far.</param>
    /// <param name="cancellationToken">Stops the work.</param>
    public void End(int round, GrownTree? tree, int trees, CancellationToken cancellationToken)
    {
        _rounds = round;
        if (tree is null)
        {
            return;
        }

        _margins.Add(tree, cancellationToken);
        var now = loss.Loss(_margins.Values, settings.Threads, cancellationToken);
        Figure = settings.Objective == TreeObjective.LambdaRank ? 1 - now : now;
        if (now < _bestLoss || (settings.EarlyStoppingTolerance > 0 && now <= _bestLoss * (1 + settings.EarlyStoppingTolerance)))
        {
            (_bestLoss, GoodTrees, GoodRound) = (Math.Min(now, _bestLoss), trees, round);
        }
    }

    private static double[] Start(TreeRows rows, double margin)
    {
        var margins = new double[rows.Rows];
        margins.AsSpan().Fill(margin);
        return margins;
    }
}
