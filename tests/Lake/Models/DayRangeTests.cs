using Recommender.Lake.Errors;
using Recommender.Lake.Models;

namespace Recommender.Lake.Tests.Models;

public sealed class DayRangeTests
{
    [Theory]
    [InlineData("2011-01-04", 1)]
    [InlineData("2011-01-04..2011-01-04", 1)]
    [InlineData("2011-01-04..2011-02-04", 32)]
    public void Days_and_ranges_are_read(string text, int days)
    {
        var range = DayRange.Parse(text);
        Assert.Equal(days, range.Last.DayNumber - range.First.DayNumber + 1);
        Assert.True(range.Contains(range.First) && range.Contains(range.Last));
        Assert.False(range.Contains(range.First.AddDays(-1)) || range.Contains(range.Last.AddDays(1)));
    }

    [Theory]
    [InlineData("")]
    [InlineData("..")]
    [InlineData("2011-01-04..")]
    [InlineData("2011-01-09..2011-01-04")]
    [InlineData("2011-1-4")]
    [InlineData("2011-02-30")]
    [InlineData("2011-01-04..2011-01-05..2011-01-06")]
    public void Anything_else_is_the_caller_s_fault(string text) =>
        Assert.Contains($"'{text}' is not a day", Assert.Throws<CallerException>(() => DayRange.Parse(text)).Message, StringComparison.Ordinal);

    [Theory]
    [InlineData("2011-01-04", 100, "2011-01-04")]
    [InlineData("2011-01-01..2011-01-10", 4, "2011-01-01..2011-01-04 2011-01-05..2011-01-08 2011-01-09..2011-01-10")]
    [InlineData("2011-01-01..2011-01-04", 4, "2011-01-01..2011-01-04")]
    [InlineData("2011-01-01..2011-01-05", 4, "2011-01-01..2011-01-04 2011-01-05")]
    public void A_range_falls_into_shorter_ones_without_gaps(string range, int most, string parts) =>
        Assert.Equal(parts, string.Join(' ', DayRange.Parse(range).Split(most)));
}
