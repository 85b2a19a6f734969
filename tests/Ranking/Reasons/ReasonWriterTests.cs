using System.Text;
using Recommender.Ranking.Rankers;
using Recommender.Ranking.Reasons;

namespace Recommender.Ranking.Tests.Reasons;

public class ReasonWriterTests
{
    private static readonly ReasonWriter Writer = new(["frozen", "crème & lait"]);

    [Theory]
    [InlineData(1, 1, 1, "bought in 1 of 1 order")]
    [InlineData(1, 1, 2, "bought in 1 of 2 orders")]
    [InlineData(3, 3, 5, "bought in 3 of 5 orders")]
    [InlineData(10, 10, 10, "bought in 10 of 10 orders")]
    [InlineData(9, 9, 11, "bought in 9 of the last 10 orders")]
    [InlineData(40, 1, 60, "bought in 1 of the last 10 orders")]
    [InlineData(7, 0, 60, "bought in 7 of 60 orders")]
    [InlineData(128, 0, 128, "bought in 128 of 128 orders")]
    [InlineData(1, 0, 128, "bought in 1 of 128 orders")]
    [InlineData(1, 0, 129, "bought in 1 of 129 orders")]
    [InlineData(1200, 0, 3456, "bought in 1200 of 3456 orders")]
    public void Purchases(int bought, int recently, int orders, string words) =>
        AssertWords(words, ItemReason.BoughtIn(bought, recently, orders));

    [Fact]
    public void Popularity()
    {
        AssertWords("popular with all shoppers", ItemReason.Popular);
        AssertWords("popular in frozen", ItemReason.PopularIn(0));
        AssertWords("popular in crème & lait", ItemReason.PopularIn(1));
    }

    [Theory]
    [InlineData(1, 1, "usually bought every order, last in the last order")]
    [InlineData(2, 2, "usually bought every 2 orders, last 2 orders ago")]
    [InlineData(70, 90, "usually bought every 70 orders, last 90 orders ago")]
    public void Rhythm(int gap, int since, string words) => AssertWords(words, ItemReason.DueAfter(gap, since));

    [Theory]
    [InlineData(nameof(ReasonKind.Similar), "often bought together with your recent purchases")]
    [InlineData(nameof(ReasonKind.Neighbours), "bought by shoppers like you")]
    [InlineData(nameof(ReasonKind.Trending), "trending")]
    public void Plain_reasons(string kind, string words) => AssertWords(words, ItemReason.Plain(Enum.Parse<ReasonKind>(kind)));

    [Theory]
    [InlineData(-1)]
    [InlineData(2)]
    public void A_segment_without_a_name_is_refused(int segment) =>
        Assert.Throws<ArgumentOutOfRangeException>(() => Writer.Text(ItemReason.PopularIn(segment)));

    [Fact]
    public void The_same_reason_is_written_once() =>
        Assert.Same(Writer.Text(ItemReason.BoughtIn(2, 2, 4)), Writer.Text(ItemReason.BoughtIn(2, 2, 4)));

    private static void AssertWords(string words, ItemReason reason)
    {
        // Twice: once written, once kept.
        for (var i = 0; i < 2; i++)
        {
            Assert.Equal(words, Writer.Text(reason));
            Assert.Equal(words, Encoding.UTF8.GetString(Writer.Utf8(reason)));
        }
    }
}
