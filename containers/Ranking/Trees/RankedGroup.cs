namespace Recommender.Ranking.Trees;

/// <summary>A thread's scratch memory for one group of rows in the order of their margins: arrays are by position in that order.</summary>
/// <param name="longest">Rows of the longest group.</param>
internal sealed class RankedGroup(int longest)
{
    private readonly double[] _byRow = new double[longest];
    private readonly int[] _order = new int[longest];

    /// <summary>Margins, descending.</summary>
    public double[] Margins { get; } = new double[longest];

    /// <summary>What each row is worth.</summary>
    public double[] Gains { get; } = new double[longest];

    /// <summary>First derivatives.</summary>
    public double[] Gradients { get; } = new double[longest];

    /// <summary>Second derivatives.</summary>
    public double[] Hessians { get; } = new double[longest];

    /// <summary>Rows of the group, from 0; of equal margins the first row first.</summary>
    public ReadOnlySpan<int> Order => _order;

    /// <summary>Ranks a group's rows and forgets derivatives.</summary>
    /// <param name="margins">Their margins.</param>
    /// <param name="gains">What they are worth.</param>
    public void Rank(ReadOnlySpan<double> margins, ReadOnlySpan<double> gains)
    {
        margins.CopyTo(_byRow);
        for (var row = 0; row < margins.Length; row++)
        {
            _order[row] = row;
        }

        var keys = _byRow;
        _order.AsSpan(0, margins.Length).Sort((a, b) => keys[a] != keys[b] ? keys[b].CompareTo(keys[a]) : a.CompareTo(b));
        for (var position = 0; position < margins.Length; position++)
        {
            (Margins[position], Gains[position]) = (margins[_order[position]], gains[_order[position]]);
            (Gradients[position], Hessians[position]) = (0, 0);
        }
    }
}
