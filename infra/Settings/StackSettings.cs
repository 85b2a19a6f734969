using System.ComponentModel.DataAnnotations;

namespace Recommender.Infra.Settings;

/// <summary>Everything in which stacks differ: the object <c>recommender:settings</c> of <c>Pulumi.STACK.yaml</c>.</summary>
public sealed record StackSettings
{
    /// <summary>
    /// Whether losing this stack's data would hurt: stateful resources are protected, kept when they leave the program, and
    /// buckets and repositories are deleted only when empty.
    /// </summary>
    public bool Production { get; init; }

    /// <summary>Who answers for the stack, for the tag <c>owner</c>.</summary>
    [Required]
    public string Owner { get; init; } = "";

    /// <summary>Who pays for it, for the tag <c>cost-centre</c>.</summary>
    [Required]
    public string CostCentre { get; init; } = "";

    /// <summary>The private network.</summary>
    public NetworkSettings Network { get; init; } = new();

    /// <summary>The lake's retention.</summary>
    public LakeSettings Lake { get; init; } = new();

    /// <summary>Cutoffs of queries.</summary>
    public QuerySettings Query { get; init; } = new();

    /// <summary>The source database.</summary>
    public DatabaseSettings Database { get; init; } = new();

    /// <summary>Images and sizes of tasks.</summary>
    public ContainerSettings Containers { get; init; } = new();

    /// <summary>Schedule and bounds of the pipeline.</summary>
    public PipelineSettings Pipeline { get; init; } = new();

    /// <summary>The stream of events.</summary>
    public StreamingSettings Streaming { get; init; } = new();

    /// <summary>The API.</summary>
    public ServingSettings Serving { get; init; } = new();

    /// <summary>Alarms and budget.</summary>
    public MonitoringSettings Monitoring { get; init; } = new();

    /// <summary>QuickSight.</summary>
    public DashboardSettings Dashboards { get; init; } = new();

    /// <summary>CI/CD.</summary>
    public DeliverySettings Delivery { get; init; } = new();
}
