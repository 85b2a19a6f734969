using System.Globalization;

namespace Recommender.Ranking.Evaluation;

/// <summary>One ranker's metric beside another's over the same users.</summary>
/// <param name="Users">Users for whom both have a value.</param>
/// <param name="Ours">Our mean over them.</param>
/// <param name="Theirs">Their mean.</param>
/// <param name="Low">Lower end of the confidence interval of the difference.</param>
/// <param name="High">Its upper end.</param>
/// <param name="PValue">Two-sided, that there is no difference; see <see cref="Interval.PValue"/>.</param>
internal sealed record PairedComparison(int Users, double Ours, double Theirs, double Low, double High, double PValue)
{
    /// <summary>Ours minus theirs.</summary>
    public double Difference => Ours - Theirs;

    /// <summary>Whether ours is the greater, and the whole interval says so.</summary>
    public bool AheadBeyondNoise => Low > 0;

    /// <summary>Whether ours is the smaller, and the whole interval says so.</summary>
    public bool BehindBeyondNoise => High < 0;

    /// <summary>Compares means over users, by drawing users anew (<see cref="Bootstrap"/>).</summary>
    /// <param name="ours">Our value for each user; NaN for none.</param>
    /// <param name="theirs">Theirs, in the same order.</param>
    /// <param name="options">How; null for the defaults.</param>
    /// <param name="cancellation">Stops the work.</param>
    /// <exception cref="ArgumentException">The values differ in number, or fewer than <see cref="BootstrapOptions.LeastUsers"/> users have both.</exception>
    public static PairedComparison Of(
        IReadOnlyList<double> ours, IReadOnlyList<double> theirs, BootstrapOptions? options = null, CancellationToken cancellation = default)
    {
        if (ours.Count != theirs.Count)
        {
            throw new ArgumentException($"Our {ours.Count} values and their {theirs.Count} must be of the same users.");
        }

        var both = Enumerable.Range(0, ours.Count).Where(user => !double.IsNaN(ours[user]) && !double.IsNaN(theirs[user])).ToArray();
        if (both.Length < BootstrapOptions.LeastUsers)
        {
            throw new ArgumentException($"{both.Length} users have both values; a comparison needs at least {BootstrapOptions.LeastUsers}.");
        }

        options ??= new BootstrapOptions();
        var difference = MetricColumn.Mean("difference", 0, [.. both.Select(user => ours[user] - theirs[user])]);
        var resampled = Bootstrap.Of([difference], options, cancellation).Values(0);
        var interval = Interval.OfResamples(resampled, options.Confidence)!.Value;
        return new PairedComparison(
            both.Length, both.Average(user => ours[user]), both.Average(user => theirs[user]), interval.Low, interval.High, Interval.PValue(resampled)!.Value);
    }

    /// <summary>For the message of a test: <c>0.3812 beside 0.3560: +0.0252 [+0.0101, +0.0406], p 0.002, 600 users</c>.</summary>
    public override string ToString() => string.Create(
        CultureInfo.InvariantCulture, $"{Ours:0.0000} beside {Theirs:0.0000}: {Difference:+0.0000;-0.0000} [{Low:+0.0000;-0.0000}, {High:+0.0000;-0.0000}], p {PValue:0.000}, {Users} users");
}
