namespace Recommender.Lake.S3;

/// <summary>How long a table's lock lasts.</summary>
public sealed record S3LockOptions
{
    /// <summary>How long a lock lasts that is not renewed: 1 min by default, so that a task that is started again after its back-off finds the lock of one that was killed ended.</summary>
    public TimeSpan Life { get; init; } = TimeSpan.FromMinutes(1);

    /// <summary>How often it is renewed: every 15 s by default; less than half of <see cref="Life"/>.</summary>
    public TimeSpan Renewal { get; init; } = TimeSpan.FromSeconds(15);

    /// <summary>How much two machines' clocks may differ: another's lock is taken over only so long after its end; 15 s by default.</summary>
    public TimeSpan Skew { get; init; } = TimeSpan.FromSeconds(15);

    /// <summary>All faults at once; empty where the options are sound.</summary>
    public IEnumerable<string> Faults()
    {
        if (Renewal <= TimeSpan.Zero || 2 * Renewal >= Life)
        {
            yield return $"a lock of {Life} that is renewed every {Renewal}: it must last more than twice as long";
        }

        if (Skew < TimeSpan.Zero)
        {
            yield return $"clocks that differ by {Skew}: must not be negative";
        }
    }
}
