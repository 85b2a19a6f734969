using System.ComponentModel.DataAnnotations;

namespace Recommender.Infra.Settings;

/// <summary>Who is told of what.</summary>
public sealed record MonitoringSettings
{
    /// <summary>Mail addresses that get alerts; one at least.</summary>
    [MinLength(1, ErrorMessage = "must name one mail address at least; set it with: pulumi config set --path 'recommender:settings.monitoring.mails[0]' you@example.com")]
    public IReadOnlyList<string> Mails { get; init; } = [];

    /// <summary>The Slack channel.</summary>
    public SlackSettings Slack { get; init; } = new();

    /// <summary>Monthly budget in US dollars; an alert at 80 % of it and when the forecast passes it.</summary>
    [Range(1, 1000000)]
    public int MonthlyBudgetUsd { get; init; } = 200;

    /// <summary>Hours without a successful run after which the published tables count as stale.</summary>
    [Range(1, 168)]
    public int FreshnessHours { get; init; } = 30;

    /// <summary>Minutes after which a run counts as late.</summary>
    [Range(1, 4320)]
    public int LateAfterMinutes { get; init; } = 180;

    /// <summary>GiB that all workgroups together may scan in a day.</summary>
    [Range(0.1, 1_000_000)]
    public double ScannedGiBPerDay { get; init; } = 500;

    /// <summary>Slowest 1 % of API answers, in milliseconds, past which an alarm goes off.</summary>
    [Range(1, 30000)]
    public int ApiLatencyMs { get; init; } = 500;

    /// <summary>Age of the oldest unread event of the stream, in minutes, past which an alarm goes off.</summary>
    [Range(1, 1440)]
    public int StreamAgeMinutes { get; init; } = 30;

    /// <summary>Whether the stack has an Amazon Managed Grafana workspace; it costs per user.</summary>
    public bool Grafana { get; init; }
}
