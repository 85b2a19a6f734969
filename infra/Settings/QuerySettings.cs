using System.ComponentModel.DataAnnotations;

namespace Recommender.Infra.Settings;

/// <summary>Byte cutoffs of the Athena workgroups, in GiB scanned by one query; Athena charges per byte scanned.</summary>
public sealed record QuerySettings
{
    /// <summary>Cutoff of the pipeline's own queries.</summary>
    [Range(0.01, 10_000)]
    public double JobsCutoffGiB { get; init; } = 100;

    /// <summary>Cutoff of analysts' queries.</summary>
    [Range(0.01, 10_000)]
    public double AnalystsCutoffGiB { get; init; } = 10;

    /// <summary>Cutoff of dashboards' queries.</summary>
    [Range(0.01, 10_000)]
    public double DashboardsCutoffGiB { get; init; } = 5;
}
