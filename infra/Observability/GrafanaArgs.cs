using Recommender.Infra.Components;
using Recommender.Infra.Reporting;

namespace Recommender.Infra.Observability;

/// <summary>What Grafana reads besides CloudWatch.</summary>
public sealed class GrafanaArgs : PlatformArgs
{
    /// <summary>Where the tables lie.</summary>
    public required ReadingPlace Place { get; init; }
}
