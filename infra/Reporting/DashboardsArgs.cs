using Recommender.Infra.Components;

namespace Recommender.Infra.Reporting;

/// <summary>What the dashboards need; who may see them is in the settings.</summary>
public sealed class DashboardsArgs : PlatformArgs
{
    /// <summary>Where they read.</summary>
    public required ReadingPlace Place { get; init; }
}
