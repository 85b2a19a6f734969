using System.Globalization;

namespace Recommender.Pipeline.Evaluation.Page;

/// <summary>A linear scale that starts and ends at round numbers.</summary>
internal sealed class Axis
{
    private Axis(double least, double most, double step) => (Least, Most, Step) = (least, most, step);

    /// <summary>Where it starts.</summary>
    public double Least { get; }

    /// <summary>Where it ends.</summary>
    public double Most { get; }

    /// <summary>From tick to tick.</summary>
    public double Step { get; }

    /// <summary>The ticks, both ends among them.</summary>
    public IEnumerable<double> Ticks => Enumerable.Range(0, (int)Math.Round((Most - Least) / Step) + 1).Select(i => Least + (i * Step));

    /// <summary>An axis from a number to the next tick at or above another; the steps are 1, 2 or 5 times a power of ten.</summary>
    /// <param name="least">The first tick.</param>
    /// <param name="most">What the last tick reaches.</param>
    /// <param name="mostSteps">Most steps between ticks, at least 2.</param>
    public static Axis Over(double least, double most, int mostSteps = 5)
    {
        var width = most > least ? most - least : 1;
        var power = Math.Pow(10, Math.Floor(Math.Log10(width / mostSteps)));
        var step = new[] { 1, 2, 5, 10 }.Select(times => times * power).First(step => Math.Ceiling((width / step) - 1e-9) <= mostSteps);
        return new Axis(least, least + (Math.Ceiling((width / step) - 1e-9) * step), step);
    }

    /// <summary>Where a value lies, 0 to 1; beyond the ends at the end.</summary>
    public double Share(double value) => Math.Clamp((value - Least) / (Most - Least), 0, 1);

    /// <summary>A tick's label: with as many decimals as the step has.</summary>
    public string Label(double tick) => tick.ToString(Step >= 1 ? "0" : Step >= 0.1 ? "0.0" : Step >= 0.01 ? "0.00" : "0.000", CultureInfo.InvariantCulture);
}
