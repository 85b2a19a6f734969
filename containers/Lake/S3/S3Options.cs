namespace Recommender.Lake.S3;

/// <summary>How files go to S3 and come from there.</summary>
public sealed record S3Options
{
    /// <summary>The smallest part of an upload that S3 takes, but for the last: 5 MiB.</summary>
    public const long LeastPart = 5L << 20;

    /// <summary>The most parts of an upload: 10,000.</summary>
    public const int MostParts = 10_000;

    /// <summary>The largest object that one call copies: 5 GiB.</summary>
    public const long MostOfOneCopy = 5L << 30;

    /// <summary>Files up to this size go and come in one call: 16 MiB by default, in bytes.</summary>
    public long OneCall { get; init; } = 16L << 20;

    /// <summary>Larger ones in parts of at least this size: 16 MiB by default, at least 5 MiB; doubled for files that would have more than 10,000 parts.</summary>
    public long Part { get; init; } = 16L << 20;

    /// <summary>Objects above this size are copied in parts of <see cref="CopyPart"/>: 1 GiB by default, which S3 copies well within the time for an answer; at most 5 GiB.</summary>
    public long OneCopy { get; init; } = 1L << 30;

    /// <summary>The parts of a large copy: 256 MiB by default, at least 5 MiB.</summary>
    public long CopyPart { get; init; } = 256L << 20;

    /// <summary>How many calls that carry data are on their way at once, of all files together: 8 by default, 1 to 64.</summary>
    public int Parallel { get; init; } = 8;

    /// <summary>How often a body that broke off, or a whole upload in parts, is tried: 4 by default, 1 to 10.</summary>
    public int Attempts { get; init; } = 4;

    /// <summary>How long a body may bring no byte before it counts as broken off: 30 s by default.</summary>
    public TimeSpan Silence { get; init; } = TimeSpan.FromSeconds(30);

    /// <summary>The wait before the second attempt, from which waits double up to 64 times as long: 200 ms by default.</summary>
    public TimeSpan FirstWait { get; init; } = TimeSpan.FromMilliseconds(200);

    /// <summary>All faults at once; empty where the options are sound.</summary>
    public IEnumerable<string> Faults()
    {
        if (OneCall < 0 || Part < LeastPart || CopyPart < LeastPart)
        {
            yield return $"S3: one call up to {OneCall} bytes, parts of {Part} and {CopyPart}: not negative, and parts of {LeastPart} at least";
        }

        if (OneCopy is < 0 or > MostOfOneCopy)
        {
            yield return $"S3: copies up to {OneCopy} bytes in one call: not negative, {MostOfOneCopy} at most";
        }

        if (Parallel is < 1 or > 64 || Attempts is < 1 or > 10)
        {
            yield return $"S3: {Parallel} calls at once, {Attempts} attempts: from 1 to 64 and from 1 to 10";
        }

        if (Silence <= TimeSpan.Zero || FirstWait < TimeSpan.Zero)
        {
            yield return $"S3: {Silence} of silence and a first wait of {FirstWait}: above 0 and not negative";
        }
    }
}
