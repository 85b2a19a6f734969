namespace Recommender.Ranking.Baskets;

/// <summary>Calibrations of the pairs of a user and a product bought before, and of those never bought.</summary>
/// <param name="Bought">Of pairs whose product the user bought before.</param>
/// <param name="New">Of the other candidates; where it differs, the order of one kind among the other may change, that within a kind does not.</param>
internal sealed record PairCalibration(ProbabilityCalibration Bought, ProbabilityCalibration New)
{
    /// <summary>Fits each kind apart; columns as in <see cref="ProbabilityCalibration.Fit"/>.</summary>
    /// <exception cref="ArgumentException">The columns differ in length, or a value is out of its range.</exception>
    public static PairCalibration Fit(ReadOnlySpan<float> margins, ReadOnlySpan<float> labels, ReadOnlySpan<bool> bought, ReadOnlySpan<float> weights = default)
    {
        if (bought.Length != margins.Length || (weights.Length != margins.Length && !weights.IsEmpty))
        {
            throw new ArgumentException($"The columns must have one length; they have {margins.Length} (margin), {bought.Length} (bought) and {weights.Length} (weight).");
        }

        return new PairCalibration(FitWhere(true, margins, labels, bought, weights), FitWhere(false, margins, labels, bought, weights));
    }

    /// <summary>What <see cref="Write"/> wrote.</summary>
    /// <exception cref="InvalidDataException">It is not a calibration of this version.</exception>
    public static PairCalibration Read(BinaryReader reader)
    {
        var bought = ProbabilityCalibration.Read(reader);
        return new PairCalibration(bought, ProbabilityCalibration.Read(reader));
    }

    /// <summary>The probability for a margin.</summary>
    public double Apply(double margin, bool bought) => (bought ? Bought : New).Apply(margin);

    /// <summary>Writes both.</summary>
    public void Write(BinaryWriter writer)
    {
        Bought.Write(writer);
        New.Write(writer);
    }

    private static ProbabilityCalibration FitWhere(
        bool kind, ReadOnlySpan<float> margins, ReadOnlySpan<float> labels, ReadOnlySpan<bool> bought, ReadOnlySpan<float> weights)
    {
        // Other rows count as nothing: a weight of 0.
        var kept = new float[margins.Length];
        for (var row = 0; row < kept.Length; row++)
        {
            kept[row] = bought[row] != kind ? 0 : weights.IsEmpty ? 1 : weights[row];
        }

        return ProbabilityCalibration.Fit(margins, labels, kept);
    }
}
