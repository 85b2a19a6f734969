using Recommender.Ranking.Neighbours;

namespace Recommender.Ranking.Tests.Neighbours;

public class NearestPlacesTests
{
    [Theory]
    [InlineData(0, 5)]
    [InlineData(3, 5)]
    [InlineData(100, 1)]
    [InlineData(1000, 7)]
    [InlineData(1003, 300)]
    [InlineData(5000, 64)]
    [InlineData(20000, 100)]
    public void The_highest_are_found_and_ties_go_to_the_lowest_places(int length, int k)
    {
        var random = new Random(length + k);
        var nearest = new NearestPlaces(k);
        foreach (var values in new[] { 1_000_000, 20, 2, 1 })
        {
            float[] similarities = [.. Enumerable.Range(0, length).Select(_ => random.Next(values) / 7f)];
            nearest.Find(similarities);

            var expected = Enumerable.Range(0, length).Where(place => similarities[place] > 0).OrderByDescending(place => similarities[place]).ThenBy(place => place).Take(k);
            Assert.Equal(expected.Order(), Enumerable.Range(0, nearest.Count).Select(nearest.Place));
            Assert.All(Enumerable.Range(0, nearest.Count), position => Assert.Equal(similarities[nearest.Place(position)], nearest.Similarity(position)));
        }
    }

    [Fact]
    public void A_sample_that_misleads_does_no_harm()
    {
        // The sampled places are the highest, so that fewer than are looked for are above the bound that they give.
        float[] similarities = [.. Enumerable.Range(0, 16_000).Select(place => place % 16 == 0 ? 2f : 1f / (1 + place))];
        var nearest = new NearestPlaces(1_500);
        nearest.Find(similarities);
        var expected = Enumerable.Range(0, 16_000).OrderByDescending(place => similarities[place]).ThenBy(place => place).Take(1_500).Order();
        Assert.Equal(expected, Enumerable.Range(0, nearest.Count).Select(nearest.Place));
    }
}
