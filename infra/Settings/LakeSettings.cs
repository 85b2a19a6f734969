using System.ComponentModel.DataAnnotations;

namespace Recommender.Infra.Settings;

/// <summary>How long the lake keeps what it has, in days.</summary>
public sealed record LakeSettings
{
    /// <summary>Days until what arrived in the raw zone moves to Glacier: 0 for never, else 30 at least.</summary>
    [Range(0, 3650)]
    public int RawToGlacierDays { get; init; } = 180;

    /// <summary>Days that overwritten or deleted objects are kept as old versions.</summary>
    [Range(1, 365)]
    public int OldVersionsDays { get; init; } = 30;

    /// <summary>Days until query results expire.</summary>
    [Range(1, 365)]
    public int ResultsDays { get; init; } = 14;

    /// <summary>Days until access logs expire.</summary>
    [Range(1, 3650)]
    public int AccessLogsDays { get; init; } = 90;

    /// <summary>Days until incomplete multipart uploads are aborted.</summary>
    [Range(1, 30)]
    public int AbortUploadsDays { get; init; } = 3;
}
