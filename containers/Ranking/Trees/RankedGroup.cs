namespace Recommender.Ranking.Trees;

/// <summary>A thread's scratch memory for one group of rows in the order of their margins.</summary>
/// <param name="longest">Rows of the longest group.</param>
internal sealed class RankedGroup(int longest)
{
    private readonly double[] _keys = new double[longest];
    private readonly double[] _gradients = new double[longest];
    private readonly double[] _hessians = new double[longest];
    private int _length;

    /// <summary>Rows of the group, from 0, by descending margin; of equal margins the first row first.</summary>
    public int[] Order { get; } = new int[longest];

    /// <summary>Ranks a group's rows.</summary>
    public void Rank(double[] margins, int start, int length)
    {
        _length = length;
        for (var row = 0; row < length; row++)
        {
            Order[row] = row;
            _keys[row] = margins[start + row];
        }

        var keys = _keys;
        Order.AsSpan(0, length).Sort((a, b) => keys[a] != keys[b] ? keys[b].CompareTo(keys[a]) : a.CompareTo(b));
    }

    /// <summary>The margin at a position of the order.</summary>
    public double Margin(int position) => _keys[Order[position]];

    /// <summary>Forgets all pulls.</summary>
    public void ClearPulls()
    {
        Array.Clear(_gradients, 0, _length);
        Array.Clear(_hessians, 0, _length);
    }

    /// <summary>Pulls the row at one position up and the row at another down.</summary>
    public void Pull(int up, int down, double gradient, double hessian)
    {
        _gradients[Order[up]] -= gradient;
        _gradients[Order[down]] += gradient;
        _hessians[Order[up]] += hessian;
        _hessians[Order[down]] += hessian;
    }

    /// <summary>A row's first derivative.</summary>
    public double Gradient(int row) => _gradients[row];

    /// <summary>A row's second derivative.</summary>
    public double Hessian(int row) => _hessians[row];
}
