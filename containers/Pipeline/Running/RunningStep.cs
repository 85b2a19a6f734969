namespace Recommender.Pipeline.Running;

/// <summary>A step at work.</summary>
/// <param name="Name">The table it makes.</param>
/// <param name="Activity">What it does now, in a few words.</param>
/// <param name="Fraction">Share of this activity done, 0 to 1, or -1 where unknown.</param>
/// <param name="Rows">Rows handled so far in this activity, or 0 where unknown.</param>
/// <param name="Elapsed">Time since the activity began.</param>
public sealed record RunningStep(string Name, string Activity, double Fraction, long Rows, TimeSpan Elapsed)
{
    /// <summary>Rows a second, or null where unknown.</summary>
    public double? Rate => Rows > 0 && Elapsed > TimeSpan.FromSeconds(0.5) ? Rows / Elapsed.TotalSeconds : null;

    /// <summary>Time the activity still takes at this pace, or null where unknown.</summary>
    public TimeSpan? Remaining => Fraction is > 0.01 and <= 1 && Elapsed > TimeSpan.FromSeconds(0.5) ? Elapsed * ((1 - Fraction) / Fraction) : null;
}
