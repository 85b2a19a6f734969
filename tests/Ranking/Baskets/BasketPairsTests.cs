using Recommender.Ranking.Baskets;

namespace Recommender.Ranking.Tests.Baskets;

public class BasketPairsTests
{
    [Fact]
    public void The_most_probable_come_first_and_of_equal_ones_the_lowest_product()
    {
        var (random, pairs) = (new Random(1), new BasketPairs());
        foreach (var count in new[] { 300, 0, 5, 90 })
        {
            var added = Enumerable.Range(0, count).Select(item => (Probability: random.Next(4) / 4.0, Item: item)).ToArray();
            random.Shuffle(added);
            pairs.Clear();
            foreach (var (probability, item) in added)
            {
                pairs.Add(probability, item);
            }

            pairs.Sort();
            var expected = added.OrderByDescending(pair => pair.Probability).ThenBy(pair => pair.Item).ToArray();
            Assert.Equal(expected.Select(pair => pair.Probability), pairs.Probabilities.ToArray());
            Assert.Equal(expected.Select(pair => pair.Item), Enumerable.Range(0, pairs.Count).Select(pairs.Item));
        }
    }
}
