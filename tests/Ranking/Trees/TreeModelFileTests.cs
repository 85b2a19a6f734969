using Recommender.Lake.Errors;
using Recommender.Ranking.Trees;

namespace Recommender.Ranking.Tests.Trees;

public class TreeModelFileTests
{
    private static readonly TreeModel Model = TreeShop.Train(TreeShop.Rows(2000, 11), new TreeSettings { Rounds = 10, Leaves = 15, Threads = 1 });

    [Fact]
    public void A_model_round_trips_bit_for_bit()
    {
        var bytes = TreeShop.Bytes(Model);
        var again = TreeModel.Load(new MemoryStream(bytes), "a.trees");
        var (values, _) = TreeShop.Generate(500, 12);

        Assert.Equal(bytes, TreeShop.Bytes(again));
        Assert.Equal(TreeShop.Score(Model, values), TreeShop.Score(again, values));
        Assert.Equal(Model.Features, again.Features);
        Assert.Equal(Model.Importances, again.Importances);
        Assert.InRange(bytes.Length, 1, 10 * 15 * 40);
    }

    [Fact]
    public void What_follows_a_model_in_a_stream_stays_unread()
    {
        using var stream = new MemoryStream([.. TreeShop.Bytes(Model), 42]);
        TreeModel.Load(stream, "a.trees");

        Assert.Equal(42, stream.ReadByte());
    }

    [Fact]
    public void A_file_that_is_cut_short_is_refused_wherever_it_ends()
    {
        var bytes = TreeShop.Bytes(Model);
        foreach (var length in Enumerable.Range(1, bytes.Length - 1).Where(length => length < 64 || length % 97 == 0 || length > bytes.Length - 40))
        {
            var fault = Assert.Throws<CallerException>(() => TreeModel.Load(new MemoryStream(bytes, 0, length), "a.trees"));
            Assert.StartsWith($"a.trees: cut short: it ends after {length} bytes", fault.Message, StringComparison.Ordinal);
        }
    }

    [Fact]
    public void A_file_with_any_bit_altered_is_refused()
    {
        var bytes = TreeShop.Bytes(Model);
        for (var position = 0; position < bytes.Length; position += position < 64 ? 1 : 37)
        {
            var altered = (byte[])bytes.Clone();
            altered[position] ^= (byte)(1 << (position % 8));
            var fault = Assert.Throws<CallerException>(() => TreeModel.Load(new MemoryStream(altered), "a.trees"));
            Assert.StartsWith("a.trees: ", fault.Message, StringComparison.Ordinal);
        }
    }

    [Theory]
    [InlineData(new byte[0], "a.trees: not a model of trees: it does not start with RECTREES")]
    [InlineData(new byte[] { 80, 75, 3, 4 }, "a.trees: not a model of trees: it does not start with RECTREES")]
    [InlineData(
        new byte[] { 82, 69, 67, 84, 82, 69, 69, 83, 9, 0, 0, 0, 1, 0, 0, 0, 0, 0, 0, 0, 5 },
        "a.trees: written as version 9 of the trees' format; this program reads version 1")]
    public void A_foreign_or_newer_file_is_named(byte[] bytes, string message) =>
        Assert.Equal(message, Assert.Throws<CallerException>(() => TreeModel.Load(new MemoryStream(bytes), "a.trees")).Message);
}
