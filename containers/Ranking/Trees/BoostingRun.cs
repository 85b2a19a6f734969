namespace Recommender.Ranking.Trees;

/// <summary>One training.</summary>
internal sealed class BoostingRun
{
    private readonly TreeRows _rows;
    private readonly TreeSettings _settings;
    private readonly ITreeLoss _loss;
    private readonly RoundSample _sample;
    private readonly GradientPacker _packer;
    private readonly TreeGrower _grower;
    private readonly TreeMargins _margins;
    private readonly ValidationWatch? _watch;
    private readonly float[] _gradients;
    private readonly float[] _hessians;

    public BoostingRun(TreeRows rows, TreeRows? validation, TreeSettings settings)
    {
        (_rows, _settings) = (rows, settings);
        _loss = LossOf(rows, settings);
        _sample = new RoundSample(rows, settings);
        _packer = new GradientPacker(rows.Rows);
        _grower = new TreeGrower(rows, settings);
        _margins = new TreeMargins(rows, _loss.BaseMargin, settings.Threads);
        _watch = validation is null ? null : new ValidationWatch(validation, LossOf(validation, settings), _loss.BaseMargin, settings);
        (_gradients, _hessians) = (new float[rows.Rows], new float[rows.Rows]);
    }

    public TreeModel Train(IProgress<TreeProgress>? progress, CancellationToken cancellationToken)
    {
        var trees = new List<Tree>();
        for (var round = 0; round < _settings.Rounds; round++)
        {
            cancellationToken.ThrowIfCancellationRequested();
            var tree = Grow(round, cancellationToken);
            if (tree is not null)
            {
                trees.Add(tree.Tree);
            }
            else if (_settings is { RowFraction: >= 1, ColumnFraction: >= 1 })
            {
                // Nothing gains any more, and the next round would see the same.
                break;
            }

            _watch?.End(round + 1, tree, trees.Count, cancellationToken);
            progress?.Report(new TreeProgress(round + 1, _settings.Rounds, _watch?.Figure ?? double.NaN, _watch?.GoodRound ?? round + 1));
            if (_watch is { Stop: true })
            {
                break;
            }
        }

        var kept = _watch is not null && _settings.EarlyStoppingRounds > 0 ? _watch.GoodTrees : trees.Count;
        return new TreeModel(_rows.Edges.Features, _loss.BaseMargin, trees[..kept]);
    }

    private static ITreeLoss LossOf(TreeRows rows, TreeSettings settings) => settings.Objective == TreeObjective.Logistic
        ? new LogisticLoss(rows)
        : new LambdaRankLoss(rows, settings.LambdaRankTruncation);

    private GrownTree? Grow(int round, CancellationToken cancellationToken)
    {
        _loss.Derive(_margins.Values, _gradients, _hessians, _settings.Threads, cancellationToken);
        _packer.Pack(_gradients, _hessians, _sample.Salt(round), _settings.Threads, cancellationToken);
        var sample = _sample.DrawRows(round, _grower.Rows);
        if (_grower.Grow(sample, _sample.DrawFeatures(round), _packer, cancellationToken) is not { } grown)
        {
            return null;
        }

        if (sample == _rows.Rows)
        {
            _margins.Add(grown.Tree.Tree, grown.Leaves, _grower.Rows, cancellationToken);
        }
        else
        {
            _margins.Add(grown.Tree, cancellationToken);
        }

        return grown.Tree;
    }
}
