namespace Recommender.Infra.Settings;

/// <summary>QuickSight dashboards.</summary>
public sealed record DashboardSettings
{
    /// <summary>Whether the stack has them; QuickSight costs per user.</summary>
    public bool Enabled { get; init; }

    /// <summary>ARNs of the QuickSight users or groups that may see them.</summary>
    public IReadOnlyList<string> Viewers { get; init; } = [];
}
