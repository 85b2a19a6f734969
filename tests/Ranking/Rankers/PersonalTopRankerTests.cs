using Recommender.Ranking.Rankers;
using Recommender.Ranking.Tests.Support;

namespace Recommender.Ranking.Tests.Rankers;

public class PersonalTopRankerTests
{
    [Fact]
    public void Frequency_goes_before_recency_and_recency_before_popularity()
    {
        var shop = new Shop().Order(1, 1, 10, 20, 40).Order(1, 2, 10, 30).Order(1, 3, 50).Order(2, 1, 20, 40).Order(3, 1, 40);
        var histories = shop.Build();

        // 10 twice; then 50, 30 by recency; 40 and 20 tie and go by popularity.
        Assert.Equal([10, 50, 30, 40, 20], new PersonalTopRanker(histories).Products(histories, 1, 10));
    }

    [Fact]
    public void A_full_tie_goes_to_the_lower_product_id()
    {
        var histories = new Shop().Order(1, 1, 30, 10, 20).Build();

        Assert.Equal([10, 20], new PersonalTopRanker(histories).Products(histories, 1, 2));
    }

    [Fact]
    public void No_room_gives_no_item()
    {
        var histories = new Shop().Order(1, 1, 30).Build();

        Assert.Empty(new PersonalTopRanker(histories).List(histories, 1, 0));
    }
}
