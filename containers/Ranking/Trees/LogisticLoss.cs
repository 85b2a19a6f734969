using Recommender.Ranking.Threading;

namespace Recommender.Ranking.Trees;

/// <summary>Weighted log loss of p = 1 / (1 + e^-margin): derivatives (p − label) × weight and p (1 − p) × weight.</summary>
internal sealed class LogisticLoss : ITreeLoss
{
    private const int RowsPerBlock = 8192;
    private readonly TreeRows _rows;
    private readonly double[] _sums;
    private readonly double _weight;

    public LogisticLoss(TreeRows rows)
    {
        _rows = rows;
        _sums = new double[(rows.Rows + RowsPerBlock - 1) / RowsPerBlock];
        double positive = 0;
        for (var row = 0; row < rows.Rows; row++)
        {
            _weight += rows.Weights[row];
            positive += (double)rows.Weights[row] * rows.Labels[row];
        }

        // One class only has infinite log-odds; these stand for them.
        var mean = Math.Clamp(positive / _weight, 1e-6, 1 - 1e-6);
        BaseMargin = ValueGrid.Round(Math.Log(mean / (1 - mean)));
    }

    public double BaseMargin { get; }

    public void Derive(double[] margins, float[] gradients, float[] hessians, int threads, CancellationToken cancellationToken)
    {
        var (labels, weights) = (_rows.LabelArray, _rows.WeightArray);
        ParallelRanges.Run(
            _rows.Rows, RowsPerBlock, threads, () => 0,
            (first, end, _) =>
            {
                for (var row = first; row < end; row++)
                {
                    var probability = 1 / (1 + MathF.Exp(-(float)margins[row]));
                    gradients[row] = (probability - labels[row]) * weights[row];
                    hessians[row] = probability * (1 - probability) * weights[row];
                }
            },
            cancellationToken);
    }

    public double Loss(double[] margins, int threads, CancellationToken cancellationToken)
    {
        var (labels, weights) = (_rows.LabelArray, _rows.WeightArray);
        ParallelRanges.Run(
            _sums.Length, 1, threads, () => 0,
            (block, _, _) =>
            {
                var sum = 0.0;
                for (var row = block * RowsPerBlock; row < Math.Min(_rows.Rows, (block + 1) * RowsPerBlock); row++)
                {
                    // log(1 + e^m) − y m, without overflow.
                    var margin = margins[row];
                    sum += weights[row] * (Math.Max(margin, 0) + Math.Log(1 + Math.Exp(-Math.Abs(margin))) - (labels[row] * margin));
                }

                _sums[block] = sum;
            },
            cancellationToken);
        // By blocks in their order, so that the sum does not depend on threads.
        return _sums.Aggregate(0.0, (sum, one) => sum + one) / _weight;
    }
}
