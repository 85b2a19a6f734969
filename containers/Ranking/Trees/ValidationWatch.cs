namespace Recommender.Ranking.Trees;

/// <summary>Follows the validation rows' figure and says when to stop.</summary>
internal sealed class ValidationWatch(TreeRows rows, ITreeLoss loss, double baseMargin, TreeSettings settings)
{
    private readonly TreeMargins _margins = new(rows, baseMargin, settings.Threads);
    private double _bestLoss = loss.Loss(Start(rows, baseMargin), settings.Threads, CancellationToken.None);
    private int _trees;

    /// <summary>The figure after the last tree: mean log loss, or mean NDCG.</summary>
    public double Figure { get; private set; } = double.NaN;

    /// <summary>So many trees had the best figure; of equal figures, the fewest trees.</summary>
    public int BestTrees { get; private set; }

    /// <summary>Whether the figure has not improved for as many trees as settings allow.</summary>
    public bool Stop => settings.EarlyStoppingRounds > 0 && _trees - BestTrees >= settings.EarlyStoppingRounds;

    /// <summary>Adds a tree.</summary>
    public void Add(GrownTree tree, int trees, CancellationToken cancellationToken)
    {
        _margins.Add(tree, cancellationToken);
        _trees = trees;
        var now = loss.Loss(_margins.Values, settings.Threads, cancellationToken);
        Figure = settings.Objective == TreeObjective.LambdaRank ? 1 - now : now;
        if (now < _bestLoss)
        {
            (_bestLoss, BestTrees) = (now, trees);
        }
    }

    private static double[] Start(TreeRows rows, double margin)
    {
        var margins = new double[rows.Rows];
        margins.AsSpan().Fill(margin);
        return margins;
    }
}
