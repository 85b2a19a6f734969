using Pulumi;

namespace Recommender.Infra.Observability;

/// <summary>A metric of CloudWatch; alarms and the dashboard name the same ones.</summary>
/// <param name="Namespace">The service's namespace, such as <c>AWS/States</c>.</param>
/// <param name="Name">Its name there.</param>
/// <param name="Statistic">How values within a period become one: <c>Sum</c>, <c>Average</c>, <c>Maximum</c>, <c>p99</c>…</param>
/// <param name="Dimensions">What tells this metric's resource from others.</param>
internal sealed record Metric(string Namespace, string Name, string Statistic, params IReadOnlyList<(string Key, Input<string> Value)> Dimensions)
{
    /// <summary>What a chart calls it.</summary>
    public string Label { get; init; } = Name;

    /// <summary>The dimensions as an alarm takes them.</summary>
    public InputMap<string> DimensionMap
    {
        get
        {
            var map = new InputMap<string>();
            foreach (var (key, value) in Dimensions)
            {
                map.Add(key, value);
            }

            return map;
        }
    }
}
