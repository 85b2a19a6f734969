using Recommender.Ranking.Evaluation;
using Recommender.Ranking.Sequences;

namespace Recommender.Ranking.Tests.Sequences;

public class SequenceSetTests
{
    [Fact]
    public void Train_users_and_no_others_get_ids_of_the_half_to_fit_on()
    {
        var random = new Random(3);
        var parts = Enum.GetValues<SequencePart>();
        Sequence[] users = [.. Enumerable.Range(0, 500).Select(user => new Sequence($"u{user}", parts[random.Next(parts.Length)], [[0]], null))];
        var set = new SequenceSet(1, users);

        Assert.Equal(500, set.Ids.Distinct().Count());
        Assert.All(Enumerable.Range(0, 500), place => Assert.Equal(users[place].Part != SequencePart.Train, UserSplit.IsTest(set.Ids[place])));
        Assert.All(Enumerable.Range(0, 500), place => Assert.Same(users[place], set.Of(set.Ids[place])));
        Assert.True(set.Ids.Max() < 1500);
    }

    [Fact]
    public void Histories_and_truth_are_those_of_the_sequences()
    {
        var set = new SequenceSet(4, [new Sequence("a", SequencePart.Val, [[3, 0], [1]], [2, 0]), new Sequence("b", SequencePart.Test, [[2]], null)]);
        var histories = SequenceHistories.Build(set, 1, CancellationToken.None);
        var truth = SequenceHistories.Truth(set, SequencePart.Val);
        var (first, end) = histories.Baskets(histories.Users.IndexOf(set.Ids[0]));

        Assert.Equal(4, histories.Products.Count);
        Assert.Equal([3, 0], histories.Basket(first).ToArray());
        Assert.Equal([1], histories.Basket(end - 1).ToArray());
        Assert.Equal((1, set.Ids[0]), (truth.Count, truth.UserId(0)));
        Assert.Equal([0L, 2L], truth.Basket(0).ToArray());
        Assert.Equal(0, SequenceHistories.Truth(set, SequencePart.Test).Count);
    }
}
