namespace Recommender.Lake.DuckDb;

/// <summary>Between .NET's dates and DuckDB's counts since 1970-01-01.</summary>
internal static class EpochTime
{
    private static readonly int EpochDay = DateOnly.FromDateTime(DateTime.UnixEpoch).DayNumber;

    internal static int Days(DateOnly date) => date.DayNumber - EpochDay;

    /// <summary>Microseconds, rounded down.</summary>
    internal static long Micros(DateTime time) => Count(time, TimeSpan.TicksPerMicrosecond);

    /// <summary>Units of that many ticks, rounded down.</summary>
    internal static long Count(DateTime time, long ticksPerUnit)
    {
        var (count, rest) = Math.DivRem(time.Ticks - DateTime.UnixEpoch.Ticks, ticksPerUnit);
        return rest < 0 ? count - 1 : count;
    }

    /// <summary>The date that many days after the epoch.</summary>
    /// <exception cref="OverflowException">Outside the years 1..9999, or infinite.</exception>
    internal static DateOnly Date(int days)
    {
        var number = (long)EpochDay + days;
        return number >= DateOnly.MinValue.DayNumber && number <= DateOnly.MaxValue.DayNumber
            ? DateOnly.FromDayNumber((int)number)
            : throw new OverflowException("The DATE is infinite or outside the years 1 to 9999; cast it to VARCHAR.");
    }

    /// <summary>The time <paramref name="count"/> units after the epoch, rounded down to .NET's 100 ns.</summary>
    /// <exception cref="OverflowException">Outside the years 1..9999, or infinite.</exception>
    internal static DateTime Time(long count, long unitsPerSecond, DateTimeKind kind)
    {
        var ticks = DateTime.UnixEpoch.Ticks + TicksOf(count, unitsPerSecond);
        return ticks >= DateTime.MinValue.Ticks && ticks <= DateTime.MaxValue.Ticks
            ? new DateTime((long)ticks, kind)
            : throw new OverflowException("The TIMESTAMP is infinite or outside the years 1 to 9999; cast it to VARCHAR.");
    }

    private static Int128 TicksOf(Int128 count, long unitsPerSecond)
    {
        var (quotient, rest) = Int128.DivRem(count * TimeSpan.TicksPerSecond, unitsPerSecond);
        return rest < 0 ? quotient - 1 : quotient;
    }
}
