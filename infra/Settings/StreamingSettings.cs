using System.ComponentModel.DataAnnotations;

namespace Recommender.Infra.Settings;

/// <summary>The stream of events into the raw zone.</summary>
public sealed record StreamingSettings
{
    /// <summary>Whether the stack has a stream; it costs per hour even when nothing flows.</summary>
    public bool Enabled { get; init; }

    /// <summary>Shards; 0 for on-demand capacity.</summary>
    [Range(0, 500)]
    public int Shards { get; init; } = 1;

    /// <summary>Hours that the stream keeps events.</summary>
    [Range(24, 8760)]
    public int RetentionHours { get; init; } = 24;

    /// <summary>Seconds after which buffered events are written, full or not.</summary>
    [Range(60, 900)]
    public int BufferSeconds { get; init; } = 300;

    /// <summary>MiB of buffered events after which they are written; 64 at least for Parquet.</summary>
    [Range(64, 128)]
    public int BufferMiB { get; init; } = 128;
}
