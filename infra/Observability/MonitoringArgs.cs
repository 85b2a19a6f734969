using Pulumi;
using Recommender.Infra.Components;
using Recommender.Infra.Reporting;

namespace Recommender.Infra.Observability;

/// <summary>What is watched. Thresholds are in the settings.</summary>
public sealed class MonitoringArgs : PlatformArgs
{
    /// <summary>The topic that alarms and the budget tell.</summary>
    public required Input<string> TopicArn { get; init; }

    /// <summary>The Athena workgroups.</summary>
    public required IReadOnlyList<Workgroup> Workgroups { get; init; }

    /// <summary>The cluster of the tasks.</summary>
    public required Input<string> ClusterName { get; init; }

    /// <summary>The task definitions' families.</summary>
    public required IReadOnlyList<TaskFamily> TaskFamilies { get; init; }

    /// <summary>The pipeline; null before there are images.</summary>
    public MonitoredPipeline? Pipeline { get; init; }

    /// <summary>The API; null before there are images.</summary>
    public MonitoredApi? Api { get; init; }

    /// <summary>The source database's instance; null where there is none.</summary>
    public Input<string>? DatabaseInstanceId { get; init; }

    /// <summary>The stream; null where there is none.</summary>
    public MonitoredStream? Stream { get; init; }

    /// <summary>Where Grafana reads tables, where the settings ask for it.</summary>
    public required ReadingPlace Place { get; init; }
}
