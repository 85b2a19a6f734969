namespace Recommender.Lake.Athena;

/// <summary>How Athena is asked, and what it costs.</summary>
public sealed record AthenaOptions
{
    /// <summary>The most rows that a page of results can have: 1,000.</summary>
    public const int MostRowsOfPage = 1_000;

    /// <summary>The wait before the first look at a query, from which waits double: 100 ms by default, at least 1 ms.</summary>
    public TimeSpan FirstPoll { get; init; } = TimeSpan.FromMilliseconds(100);

    /// <summary>The longest wait between two looks: 5 s by default, at least <see cref="FirstPoll"/>.</summary>
    public TimeSpan LongestPoll { get; init; } = TimeSpan.FromSeconds(5);

    /// <summary>The wait before a second attempt, from which waits double up to twenty times as long: 1 s by default, at least 1 ms.</summary>
    public TimeSpan FirstRetry { get; init; } = TimeSpan.FromSeconds(1);

    /// <summary>How often a SELECT that fails through no fault of its own is run, and a call that is throttled is made: 3 by default, 1 to 10.</summary>
    public int Attempts { get; init; } = 3;

    /// <summary>How long a query that was stopped is waited for: 5 s by default.</summary>
    public TimeSpan StopWait { get; init; } = TimeSpan.FromSeconds(5);

    /// <summary>Rows of a page of results: 1,000 by default and at most.</summary>
    public int RowsOfPage { get; init; } = MostRowsOfPage;

    /// <summary>US dollars for a terabyte (2^40 bytes) of data scanned: 5 by default, the list price of most regions.</summary>
    public decimal DollarsPerTerabyte { get; init; } = 5m;

    /// <summary>All faults at once; empty where the options are sound.</summary>
    public IEnumerable<string> Faults()
    {
        if (FirstPoll < TimeSpan.FromMilliseconds(1) || LongestPoll < FirstPoll)
        {
            yield return $"Athena: waits from {FirstPoll} to {LongestPoll}: the first at least 1 ms, the longest not below it";
        }

        if (FirstRetry < TimeSpan.FromMilliseconds(1))
        {
            yield return $"Athena: {FirstRetry} before a second attempt: at least 1 ms";
        }

        if (Attempts is < 1 or > 10)
        {
            yield return $"Athena: {Attempts} attempts: between 1 and 10";
        }

        if (StopWait < TimeSpan.Zero)
        {
            yield return $"Athena: {StopWait} to wait for a stopped query: not negative";
        }

        if (RowsOfPage is < 2 or > MostRowsOfPage)
        {
            yield return $"Athena: {RowsOfPage} rows of a page: between 2 and {MostRowsOfPage}";
        }

        if (DollarsPerTerabyte < 0)
        {
            yield return $"Athena: {DollarsPerTerabyte} dollars for a terabyte: not negative";
        }
    }
}
