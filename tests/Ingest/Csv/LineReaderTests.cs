using System.Text;
using Recommender.Ingest.Csv;

namespace Recommender.Ingest.Tests.Csv;

public sealed class LineReaderTests
{
    [Theory]
    [InlineData("", "")]
    [InlineData("a", "1:a")]
    [InlineData("a\nb\n", "1:a 2:b")]
    [InlineData("a\r\nb", "1:a 2:b")]
    [InlineData("a\n\n\r\nb\r", "1:a 2: 3: 4:b")]
    [InlineData("a\rb\n", "1:a\rb")]
    public void A_line_ends_at_a_line_feed_or_with_the_stream(string text, string lines)
    {
        using var stream = new MemoryStream(Encoding.ASCII.GetBytes(text));
        var reader = new LineReader(stream);
        var read = new List<string>();
        while (reader.TryRead(out var line))
        {
            read.Add($"{reader.LineNumber}:{Encoding.ASCII.GetString(line)}");
        }

        Assert.Equal(lines, string.Join(' ', read));
    }

    [Fact]
    public void Long_lines_are_whole_at_any_place_in_the_buffer()
    {
        var lengths = new[] { 5, (1 << 20) - 6, 0, 10 << 20, 1, (1 << 20) - 1, 1 << 20, 3 };
        using var stream = new MemoryStream(lengths.SelectMany((length, i) => Enumerable.Repeat((byte)('a' + i), length).Append((byte)'\n')).ToArray());
        var reader = new LineReader(stream);
        for (var i = 0; i < lengths.Length; i++)
        {
            Assert.True(reader.TryRead(out var line));
            Assert.Equal(lengths[i], line.Length);
            Assert.False(line.ContainsAnyExcept((byte)('a' + i)));
        }

        Assert.False(reader.TryRead(out _));
    }
}
