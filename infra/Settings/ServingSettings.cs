using System.ComponentModel.DataAnnotations;

namespace Recommender.Infra.Settings;

/// <summary>The recommendations API.</summary>
public sealed record ServingSettings
{
    /// <summary>Serving tasks at least.</summary>
    [Range(1, 100)]
    public int MinTasks { get; init; } = 1;

    /// <summary>Serving tasks at most.</summary>
    [Range(1, 100)]
    public int MaxTasks { get; init; } = 2;

    /// <summary>Processor load in percent that autoscaling aims at.</summary>
    [Range(10, 90)]
    public int TargetCpuPercent { get; init; } = 60;

    /// <summary>Requests a second, sustained, past which callers get 429.</summary>
    [Range(1, 10000)]
    public int RequestsPerSecond { get; init; } = 50;

    /// <summary>Requests at once past which callers get 429.</summary>
    [Range(1, 10000)]
    public int Burst { get; init; } = 100;

    /// <summary>Issuer of the tokens that callers show, an https URL; needed once there is a serving image.</summary>
    [RegularExpression("https://[^ ]+", ErrorMessage = "must be an https URL, the issuer of your tokens")]
    public string JwtIssuer { get; init; } = "";

    /// <summary>Audience that those tokens are for.</summary>
    public string JwtAudience { get; init; } = "";
}
