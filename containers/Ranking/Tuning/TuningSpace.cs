using System.Globalization;
using Recommender.Ranking.Evaluation;

namespace Recommender.Ranking.Tuning;

/// <summary>All settings that can be tuned, and the points of their space that trials try.</summary>
/// <param name="Parameters">The settings.</param>
internal sealed record TuningSpace(IReadOnlyList<TuningParameter> Parameters)
{
    /// <summary>The defaults, by name.</summary>
    public IReadOnlyDictionary<string, double> Defaults { get; } = Sorted(Parameters.Select(parameter => (parameter.Name, parameter.Default)));

    /// <summary>Changes with anything that trials' settings follow from.</summary>
    public string Signature => string.Join(
        '\n', Parameters.Select(parameter => string.Create(CultureInfo.InvariantCulture, $"{parameter.Name} {parameter.Low:R} {parameter.High:R} {parameter.Default:R} {parameter.IsWhole} {parameter.IsLogarithmic}")));

    /// <summary>The settings of a trial: trial 0 tries the defaults, others try random points.</summary>
    /// <param name="seed">The seed; other seeds try other points.</param>
    /// <param name="trial">The trial's number.</param>
    public IReadOnlyDictionary<string, double> Settings(long seed, int trial) => trial == 0
        ? Defaults
        : Sorted(Parameters.Select((parameter, index) => (parameter.Name, parameter.At(Place(seed, trial, index)))));

    /// <summary>Whether settings belong to this space: every name is known and every value lies in its range.</summary>
    public bool Holds(IReadOnlyDictionary<string, double> settings) =>
        settings.All(setting => Parameters.Any(parameter => parameter.Name == setting.Key && setting.Value >= parameter.Low && setting.Value <= parameter.High));

    private static SortedDictionary<string, double> Sorted(IEnumerable<(string Name, double Value)> settings) =>
        new(settings.ToDictionary(setting => setting.Name, setting => setting.Value), StringComparer.Ordinal);

    /// <summary>A number in [0, 1) that follows from the three alone.</summary>
    private static double Place(long seed, int trial, int parameter)
    {
        static ulong Mixed(ulong number) => new SplitMix64(number).Next();
        return (Mixed(unchecked(Mixed(Mixed((ulong)seed) + (ulong)trial) + (ulong)parameter)) >> 11) * (1.0 / (1UL << 53));
    }
}
