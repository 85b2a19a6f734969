using System.ComponentModel.DataAnnotations;
using Recommender.Pipeline.StateMachine;

namespace Recommender.Infra.Settings;

/// <summary>The pipeline's schedule and bounds.</summary>
public sealed record PipelineSettings
{
    /// <summary>Whether the schedule is on; off, runs are started by hand.</summary>
    public bool Enabled { get; init; } = true;

    /// <summary>When it runs: an EventBridge Scheduler expression, such as <c>cron(0 4 * * ? *)</c>.</summary>
    [Required]
    [RegularExpression(@"(cron|rate)\(.+\)", ErrorMessage = "must be cron(…) or rate(…), such as cron(0 4 * * ? *)")]
    public string Schedule { get; init; } = "cron(0 4 * * ? *)";

    /// <summary>IANA time zone of the schedule.</summary>
    [Required]
    public string TimeZone { get; init; } = "Etc/UTC";

    /// <summary>Prefix in the raw bucket where deliveries arrive.</summary>
    [Required]
    [RegularExpression("[a-z0-9-]+(/[a-z0-9-]+)*/", ErrorMessage = "must be a prefix that ends in /, such as deliveries/")]
    public string Deliveries { get; init; } = "deliveries/";

    /// <summary>Tasks that score side by side, each a share of the users.</summary>
    [Range(1, StateMachineTargets.MostShards)]
    public int ScoringShards { get; init; } = 4;

    /// <summary>Hours after which a whole run is given up.</summary>
    [Range(1, 72)]
    public int TimeoutHours { get; init; } = 6;

    /// <summary>Minutes after which one task is given up.</summary>
    [Range(1, 1440)]
    public int TaskTimeoutMinutes { get; init; } = 90;

    /// <summary>Times that a task is tried, the first included, where the environment was at fault.</summary>
    [Range(1, 10)]
    public int Attempts { get; init; } = 3;
}
