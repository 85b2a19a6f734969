namespace Recommender.Ranking.Baskets;

/// <summary>Margins with how often the outcome came, ascending, rows of one margin taken together.</summary>
internal sealed class CalibrationSample
{
    private readonly Point[] _points;

    private CalibrationSample(Point[] points, int rows, int positives) => (_points, Rows, Positives) = (points, rows, positives);

    /// <summary>The different margins, ascending.</summary>
    public ReadOnlySpan<Point> Points => _points;

    /// <summary>Rows of a weight above 0.</summary>
    public int Rows { get; }

    /// <summary>Those of them with label 1.</summary>
    public int Positives { get; }

    /// <summary>Sum of the weights.</summary>
    public double TotalWeight => _points.Sum(point => point.Weight);

    /// <summary>A sample from columns; see <see cref="ProbabilityCalibration.Fit"/>.</summary>
    /// <exception cref="ArgumentException">The columns differ in length, or a value is out of its range.</exception>
    public static CalibrationSample From(ReadOnlySpan<float> margins, ReadOnlySpan<float> labels, ReadOnlySpan<float> weights)
    {
        if (labels.Length != margins.Length || (weights.Length != margins.Length && !weights.IsEmpty))
        {
            throw new ArgumentException($"The columns must have one length; they have {margins.Length} (margin), {labels.Length} (label) and {weights.Length} (weight).");
        }

        var order = new int[margins.Length];
        for (var row = 0; row < order.Length; row++)
        {
            order[row] = row;
            Check(row, margins[row], labels[row], weights.IsEmpty ? 1 : weights[row]);
        }

        var keys = margins.ToArray();
        Array.Sort(keys, order);
        var points = new List<Point>();
        var (rows, positives) = (0, 0);
        for (var i = 0; i < order.Length; i++)
        {
            var weight = weights.IsEmpty ? 1 : weights[order[i]];
            if (weight == 0)
            {
                continue;
            }

            var label = labels[order[i]];
            (rows, positives) = (rows + 1, positives + (int)label);
            var one = new Point(keys[i], weight, weight * label, 1, (int)label);
            if (points.Count > 0 && points[^1].Margin == keys[i])
            {
                points[^1] = points[^1].With(one);
            }
            else
            {
                points.Add(one);
            }
        }

        return new CalibrationSample([.. points], rows, positives);
    }

    private static void Check(int row, float margin, float label, float weight)
    {
        if (!float.IsFinite(margin) || label is not (0 or 1) || !(weight >= 0 && float.IsFinite(weight)))
        {
            throw new ArgumentException(
                $"Row {row} has margin {margin}, label {label} and weight {weight}; they must be finite, 0 or 1, and at least 0.");
        }
    }

    /// <summary>Rows whose margins lie together.</summary>
    /// <param name="Margin">Their weighted mean margin.</param>
    /// <param name="Weight">Sum of their weights, above 0.</param>
    /// <param name="PositiveWeight">Sum of the weights of those with label 1.</param>
    /// <param name="Rows">How many they are.</param>
    /// <param name="Positives">How many of them have label 1.</param>
    internal readonly record struct Point(double Margin, double Weight, double PositiveWeight, int Rows, int Positives)
    {
        /// <summary>Weighted share with label 1.</summary>
        public double Rate => PositiveWeight / Weight;

        /// <summary>Both together.</summary>
        public Point With(Point other) => new(
            Margin == other.Margin ? Margin : ((Margin * Weight) + (other.Margin * other.Weight)) / (Weight + other.Weight),
            Weight + other.Weight, PositiveWeight + other.PositiveWeight, Rows + other.Rows, Positives + other.Positives);
    }
}
