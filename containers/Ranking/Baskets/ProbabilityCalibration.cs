namespace Recommender.Ranking.Baskets;

/// <summary>
/// Turns a model's margin into a probability: a strictly ascending function (unless margins say nothing), so that rankings stay
/// as they are. The log-odds are piecewise linear in the margin: through the centres of the blocks of an isotonic fit
/// (<see cref="IsotonicBlocks"/>), and beyond the first and last of them, and where there is little to fit on everywhere, with
/// the slope of <see cref="PlattScaling"/>. Immutable and thread-safe.
/// </summary>
internal sealed class ProbabilityCalibration
{
    /// <summary>With fewer rows than this (1,000), or fewer of either label than <see cref="LeastOfLabel"/>, the fit is Platt's.</summary>
    public const int LeastRows = 1_000;

    /// <summary>Rows of either label that an isotonic fit needs: 100.</summary>
    public const int LeastOfLabel = 100;

    /// <summary>No probability is nearer to 0 or 1 than 1e-7: a log loss stays finite.</summary>
    public const double Margin = 1e-7;

    private const byte Version = 1;
    private const int MostKnots = 1_000_000;

    private readonly double[] _margins;
    private readonly double[] _logOdds;
    private readonly double _slope;

    private ProbabilityCalibration(double[] margins, double[] logOdds, double slope) =>
        (_margins, _logOdds, _slope) = (margins, logOdds, slope);

    /// <summary>The margins taken as log-odds.</summary>
    public static ProbabilityCalibration Identity { get; } = new([0], [0], 1);

    /// <summary>How many points the function goes through: 1 for a straight line.</summary>
    public int Knots => _margins.Length;

    /// <summary>Fits it to the outcomes of pairs that the model was not trained on; without any, it is <see cref="Identity"/>.</summary>
    /// <param name="margins">The model's scores, finite.</param>
    /// <param name="labels">For each, 1 where the outcome came, else 0.</param>
    /// <param name="weights">For each, a weight of at least 0; empty for 1 each.</param>
    /// <exception cref="ArgumentException">The columns differ in length, or a value is out of its range.</exception>
    public static ProbabilityCalibration Fit(ReadOnlySpan<float> margins, ReadOnlySpan<float> labels, ReadOnlySpan<float> weights = default)
    {
        var sample = CalibrationSample.From(margins, labels, weights);
        if (sample.TotalWeight == 0)
        {
            return Identity;
        }

        var (slope, intercept) = PlattScaling.Fit(sample);
        if (sample.Rows < LeastRows || Math.Min(sample.Positives, sample.Rows - sample.Positives) < LeastOfLabel)
        {
            return new ProbabilityCalibration([0], [intercept], slope);
        }

        var blocks = IsotonicBlocks.Fit(sample);
        return new ProbabilityCalibration([.. blocks.Select(block => block.Margin)], [.. blocks.Select(block => LogOdds(block.Rate))], slope);
    }

    /// <summary>So much of this calibration, and for the rest the margins taken as log-odds.</summary>
    /// <param name="share">0 (<see cref="Identity"/>) to 1 (this one).</param>
    public ProbabilityCalibration Shrunk(double share)
    {
        double[] logOdds = [.. _margins.Zip(_logOdds, (margin, logOdds) => ((1 - share) * margin) + (share * logOdds))];
        return new ProbabilityCalibration(_margins, logOdds, 1 - share + (share * _slope));
    }

    /// <summary>What <see cref="Write"/> wrote.</summary>
    /// <exception cref="InvalidDataException">It is not a calibration of this version.</exception>
    public static ProbabilityCalibration Read(BinaryReader reader)
    {
        var version = reader.ReadByte();
        var knots = version == Version ? reader.ReadInt32() : 0;
        if (knots is < 1 or > MostKnots)
        {
            throw new InvalidDataException($"A calibration of version {version} with {knots} points; it must be version {Version} with 1 to {MostKnots}.");
        }

        var slope = reader.ReadDouble();
        var (margins, logOdds) = (new double[knots], new double[knots]);
        for (var knot = 0; knot < knots; knot++)
        {
            (margins[knot], logOdds[knot]) = (reader.ReadDouble(), reader.ReadDouble());
            var ascends = knot == 0 || (margins[knot] > margins[knot - 1] && logOdds[knot] >= logOdds[knot - 1]);
            if (!ascends || !double.IsFinite(margins[knot]) || !double.IsFinite(logOdds[knot]) || !(slope >= 0))
            {
                throw new InvalidDataException($"Point {knot} of a calibration, ({margins[knot]}, {logOdds[knot]}), must be finite and not below the one before.");
            }
        }

        return new ProbabilityCalibration(margins, logOdds, slope);
    }

    /// <summary>The probability, <see cref="Margin"/> to 1 − <see cref="Margin"/>, for a margin.</summary>
    public double Apply(double margin)
    {
        var next = Array.BinarySearch(_margins, margin);
        next = next < 0 ? ~next : next;
        var logOdds =
            next == 0 ? _logOdds[0] + (_slope * (margin - _margins[0]))
            : next == _margins.Length ? _logOdds[^1] + (_slope * (margin - _margins[^1]))
            : Between(next - 1, margin);
        return Math.Clamp(1 / (1 + Math.Exp(-logOdds)), Margin, 1 - Margin);
    }

    /// <summary>Writes it so that <see cref="Read"/> gives the same to the last bit.</summary>
    public void Write(BinaryWriter writer)
    {
        writer.Write(Version);
        writer.Write(_margins.Length);
        writer.Write(_slope);
        for (var knot = 0; knot < _margins.Length; knot++)
        {
            writer.Write(_margins[knot]);
            writer.Write(_logOdds[knot]);
        }
    }

    private static double LogOdds(double rate) => Math.Log(rate / (1 - rate));

    private double Between(int knot, double margin)
    {
        var part = (margin - _margins[knot]) / (_margins[knot + 1] - _margins[knot]);
        return _logOdds[knot] + (part * (_logOdds[knot + 1] - _logOdds[knot]));
    }
}
