namespace Recommender.Lake.Snapshots;

/// <summary>Which snapshots <c>gc</c> keeps besides the current one.</summary>
public sealed record RetentionOptions
{
    /// <summary>The default of <see cref="Keep"/>: 3.</summary>
    public const int DefaultKeep = 3;

    /// <summary>The default of <see cref="Grace"/>: one hour.</summary>
    public static readonly TimeSpan DefaultGrace = TimeSpan.FromHours(1);

    /// <summary>The newest complete snapshots to keep per table, the current one counted; at least 1, 3 by default.</summary>
    public int Keep { get; init; } = DefaultKeep;

    /// <summary>Nothing younger than this goes, so that a reader can finish what it began; one hour by default.</summary>
    public TimeSpan Grace { get; init; } = DefaultGrace;

    /// <summary>All faults at once; empty where the options are sound.</summary>
    public IEnumerable<string> Faults()
    {
        if (Keep < 1)
        {
            yield return $"--keep {Keep}: at least 1 snapshot is kept";
        }

        if (Grace < TimeSpan.Zero)
        {
            yield return $"--grace {Grace}: must not be negative";
        }
    }
}
