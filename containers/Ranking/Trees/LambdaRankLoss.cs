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
    private readonly int[] _starts;
    private readonly int _truncation;
    private readonly double[] _gains;
    private readonly double[] _ideal;
    private readonly double[] _discounts;
    private readonly double[] _ndcg;

    public LambdaRankLoss(TreeRows rows, int truncation)
    {
        (_rows, _truncation) = (rows, truncation);
        _starts = [.. rows.GroupStarts!, rows.Rows];
        _gains = Array.ConvertAll(rows.LabelArray, label => Math.Pow(2, label) - 1);
        _discounts = [.. Enumerable.Range(0, _starts.Zip(_starts.Skip(1)).Max(pair => pair.Second - pair.First)).Select(position => 1 / Math.Log2(2 + position))];
        _ndcg = new double[_starts.Length - 1];
        _ideal = new double[_starts.Length - 1];
        for (var group = 0; group < _ideal.Length; group++)
        {
            var gains = GainsOf(group).ToArray();
            gains.AsSpan().Sort((a, b) => b.CompareTo(a));
            _ideal[group] = Dcg(gains, gains.Length);
        }
    }

    public double BaseMargin => 0;

    public void Derive(double[] margins, float[] gradients, float[] hessians, int threads, CancellationToken cancellationToken) =>
        OverGroups(margins, threads, (group, ranked) => Derive(group, ranked, gradients, hessians), cancellationToken);

    /// <summary>1 less the mean NDCG of the groups that have a grade above 0.</summary>
    public double Loss(double[] margins, int threads, CancellationToken cancellationToken)
    {
        OverGroups(
            margins, threads,
            (group, ranked) => _ndcg[group] = _ideal[group] > 0 ? Dcg(ranked.Gains, GainsOf(group).Length) / _ideal[group] : 0, cancellationToken);
        // In the groups' order, so that the sum does not depend on threads.
        var sum = _ndcg.Aggregate(0.0, (all, one) => all + one);
        return 1 - (sum / Math.Max(1, _ideal.Count(ideal => ideal > 0)));
    }

    private ReadOnlySpan<double> GainsOf(int group) => _gains.AsSpan(_starts[group], _starts[group + 1] - _starts[group]);

    private double Dcg(double[] gains, int length)
    {
        var sum = 0.0;
        for (var position = 0; position < Math.Min(length, _truncation); position++)
        {
            sum += gains[position] * _discounts[position];
        }

        return sum;
    }

    private void OverGroups(double[] margins, int threads, Action<int, RankedGroup> body, CancellationToken cancellationToken) =>
        ParallelRanges.Run(
            _ideal.Length, GroupsPerRange, threads, () => new RankedGroup(_discounts.Length),
            (first, end, ranked) =>
            {
                for (var group = first; group < end; group++)
                {
                    var gains = GainsOf(group);
                    ranked.Rank(margins.AsSpan(_starts[group], gains.Length), gains);
                    body(group, ranked);
                }
            },
            cancellationToken);

    private void Derive(int group, RankedGroup ranked, float[] gradients, float[] hessians)
    {
        var (start, length) = (_starts[group], _starts[group + 1] - _starts[group]);
        var pulls = _ideal[group] > 0 ? LambdaPairs.Pull(ranked, length, _truncation, _discounts, 1 / _ideal[group]) : 0;
        var scale = pulls > 0 ? Math.Log2(1 + pulls) / pulls : 0;
        for (var position = 0; position < length; position++)
        {
            var row = start + ranked.Order[position];
            gradients[row] = (float)(ranked.Gradients[position] * scale) * _rows.WeightArray[row];
            hessians[row] = (float)(ranked.Hessians[position] * scale) * _rows.WeightArray[row];
        }
    }
}
