using System.Globalization;
using Recommender.Lake.Errors;

namespace Recommender.Lake.Models;

/// <summary>Whole days, both ends included.</summary>
/// <param name="First">The first day.</param>
/// <param name="Last">The last day, not before <paramref name="First"/>.</param>
public sealed record DayRange(DateOnly First, DateOnly Last)
{
    /// <summary>The format of a day in paths, SQL and on the command line.</summary>
    public const string DayFormat = "yyyy-MM-dd";

    /// <summary>Reads <c>2011-01-04</c> or <c>2011-01-04..2011-01-09</c>.</summary>
    /// <exception cref="CallerException">The text is of neither form, or the last day is before the first.</exception>
    public static DayRange Parse(string text)
    {
        var ends = text.Split("..");
        if (ends.Length is 1 or 2 && TryDay(ends[0], out var first) && TryDay(ends[^1], out var last) && first <= last)
        {
            return new DayRange(first, last);
        }

        throw new CallerException($"'{text}' is not a day or a range of days: write 2011-01-04 or 2011-01-04..2011-01-09");
    }

    /// <summary>Whether a day lies in the range.</summary>
    public bool Contains(DateOnly day) => First <= day && day <= Last;

    /// <summary>The same days in ranges of at most so many.</summary>
    /// <param name="most">How many, at least 1.</param>
    public IEnumerable<DayRange> Split(int most)
    {
        for (var first = First; first <= Last; first = first.AddDays(most))
        {
            var last = first.AddDays(most - 1);
            yield return new DayRange(first, last < Last ? last : Last);
        }
    }

    /// <inheritdoc/>
    public override string ToString() =>
        First == Last ? Text(First) : $"{Text(First)}..{Text(Last)}";

    /// <summary>A day as <see cref="DayFormat"/> writes it.</summary>
    public static string Text(DateOnly day) => day.ToString(DayFormat, CultureInfo.InvariantCulture);

    private static bool TryDay(string text, out DateOnly day) =>
        DateOnly.TryParseExact(text, DayFormat, CultureInfo.InvariantCulture, DateTimeStyles.None, out day);
}
