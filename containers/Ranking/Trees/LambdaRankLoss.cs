using Recommender.Ranking.Threading;

namespace Recommender.Ranking.Trees;

/// <summary>
/// LambdaRank (Burges, "From RankNet to LambdaRank to LambdaMART", 2010) as LightGBM computes it: each pair of a group whose grades
/// differ pulls by the NDCG that swapping them would change, divided by 0.01 plus their margins' distance, and a group's pulls
/// are scaled by log2(1 + their sum) over their sum. A grade's gain is 2^grade − 1; NDCG is cut at
/// <see cref="TreeSettings.LambdaRankTruncation"/>.
/// </summary>
internal sealed class LambdaRankLoss : ITreeLoss
{
    private const int GroupsPerRange = 16;
    private readonly TreeRows _rows;
    private readonly int _truncation;
    private readonly double[] _ideal;
    private readonly double[] _discounts;
    private readonly double[] _ndcg;

    public LambdaRankLoss(TreeRows rows, int truncation)
    {
        (_rows, _truncation) = (rows, truncation);
        var starts = rows.GroupStarts!;
        var longest = Enumerable.Range(0, starts.Length).Max(group => EndOf(group) - starts[group]);
        _discounts = [.. Enumerable.Range(0, longest).Select(position => 1 / Math.Log2(2 + position))];
        _ndcg = new double[starts.Length];
        _ideal = new double[starts.Length];
        for (var group = 0; group < starts.Length; group++)
        {
            var labels = rows.LabelArray[starts[group]..EndOf(group)];
            Array.Sort(labels);
            Array.Reverse(labels);
            _ideal[group] = labels.Take(truncation).Select((label, position) => Gain(label) * _discounts[position]).Sum();
        }
    }

    public double BaseMargin => 0;

    public void Derive(double[] margins, float[] gradients, float[] hessians, int threads, CancellationToken cancellationToken) =>
        ParallelRanges.Run(
            _ideal.Length, GroupsPerRange, threads, () => new RankedGroup(_discounts.Length),
            (first, end, ranked) =>
            {
                for (var group = first; group < end; group++)
                {
                    var (start, length) = (_rows.GroupStarts![group], EndOf(group) - _rows.GroupStarts[group]);
                    ranked.Rank(margins, start, length);
                    Derive(ranked, group, start, length, gradients, hessians);
                }
            },
            cancellationToken);

    /// <summary>1 less the mean NDCG of the groups that have a grade above 0.</summary>
    public double Loss(double[] margins, int threads, CancellationToken cancellationToken)
    {
        ParallelRanges.Run(
            _ideal.Length, GroupsPerRange, threads, () => new RankedGroup(_discounts.Length),
            (first, end, ranked) =>
            {
                for (var group = first; group < end; group++)
                {
                    var (start, length) = (_rows.GroupStarts![group], EndOf(group) - _rows.GroupStarts[group]);
                    ranked.Rank(margins, start, length);
                    var sum = 0.0;
                    for (var position = 0; position < Math.Min(length, _truncation); position++)
                    {
                        sum += Gain(_rows.LabelArray[start + ranked.Order[position]]) * _discounts[position];
                    }

                    _ndcg[group] = _ideal[group] > 0 ? sum / _ideal[group] : 0;
                }
            },
            cancellationToken);
        return 1 - (_ndcg.Sum() / Math.Max(1, _ideal.Count(ideal => ideal > 0)));
    }

    private static double Gain(float label) => Math.Pow(2, label) - 1;

    private int EndOf(int group) => group + 1 < _rows.GroupStarts!.Length ? _rows.GroupStarts[group + 1] : _rows.Rows;

    private void Derive(RankedGroup ranked, int group, int start, int length, float[] gradients, float[] hessians)
    {
        var labels = _rows.LabelArray.AsSpan(start, length);
        var weights = _rows.WeightArray.AsSpan(start, length);
        ranked.ClearPulls();
        var pulls = 0.0;
        var spread = length > 0 && ranked.Margin(0) != ranked.Margin(length - 1);
        for (var first = 0; first < Math.Min(length, _truncation) && _ideal[group] > 0; first++)
        {
            for (var second = first + 1; second < length; second++)
            {
                var (a, b) = (ranked.Order[first], ranked.Order[second]);
                if (labels[a] == labels[b])
                {
                    continue;
                }

                var (high, low) = labels[a] > labels[b] ? (first, second) : (second, first);
                var distance = ranked.Margin(high) - ranked.Margin(low);
                var change = (Gain(Math.Max(labels[a], labels[b])) - Gain(Math.Min(labels[a], labels[b])))
                    * (_discounts[first] - _discounts[second]) / _ideal[group];
                change = spread ? change / (0.01 + Math.Abs(distance)) : change;
                var wrong = 1 / (1 + Math.Exp(distance));
                ranked.Pull(high, low, wrong * change, wrong * (1 - wrong) * change);
                pulls += 2 * wrong * change;
            }
        }

        var scale = pulls > 0 ? Math.Log2(1 + pulls) / pulls : 1;
        for (var row = 0; row < length; row++)
        {
            gradients[start + row] = (float)(ranked.Gradient(row) * scale) * weights[row];
            hessians[start + row] = (float)(ranked.Hessian(row) * scale) * weights[row];
        }
    }
}
