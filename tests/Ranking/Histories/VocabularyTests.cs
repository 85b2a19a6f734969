using Recommender.Ranking.Histories;

namespace Recommender.Ranking.Tests.Histories;

public class VocabularyTests
{
    [Fact]
    public void Indexes_follow_the_order_of_the_ids()
    {
        var vocabulary = Vocabulary.FromIds([7, -3, long.MaxValue, 7, 0]);

        Assert.Equal([-3, 0, 7, long.MaxValue], vocabulary.Ids.ToArray());
        Assert.Equal(2, vocabulary.IndexOf(7));
        Assert.Equal(7, vocabulary.Id(2));
    }

    [Theory]
    [InlineData(-4)]
    [InlineData(1)]
    [InlineData(9)]
    public void An_id_that_is_absent_has_no_index(long id) =>
        Assert.Equal(-1, Vocabulary.FromIds([-3, 0, 7]).IndexOf(id));

    [Fact]
    public void It_may_be_empty()
    {
        Assert.Equal(0, Vocabulary.FromIds([]).Count);
        Assert.Equal(-1, Vocabulary.FromIds([]).IndexOf(1));
    }
}
