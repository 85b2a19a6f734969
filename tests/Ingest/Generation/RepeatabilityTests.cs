using Recommender.Ingest.Generation;
using Recommender.Tests;

namespace Recommender.Ingest.Tests.Generation;

public sealed class RepeatabilityTests
{
    private const int Users = 700;

    [Fact]
    public void The_same_options_write_the_same_bytes_on_one_and_on_several_threads()
    {
        using var one = Generate(new GeneratorOptions { Users = Users, Products = 2_000, Threads = 1 });
        using var two = Generate(new GeneratorOptions { Users = Users, Products = 2_000, Threads = 2 });
        using var many = Generate(new GeneratorOptions { Users = Users, Products = 2_000, Threads = 7 });
        Assert.All(InstacartFile.All, name =>
        {
            Assert.True(Bytes(one, name).AsSpan().SequenceEqual(Bytes(two, name)), name);
            Assert.True(Bytes(one, name).AsSpan().SequenceEqual(Bytes(many, name)), name);
        });
    }

    [Fact]
    public void Another_seed_writes_other_products_orders_and_lines()
    {
        using var first = Generate(new GeneratorOptions { Users = 50, Products = 2_000 });
        using var second = Generate(new GeneratorOptions { Users = 50, Products = 2_000, Seed = 43 });
        Assert.All(
            InstacartFile.All.Except([InstacartFile.Aisles, InstacartFile.Departments]),
            name => Assert.False(Bytes(first, name).AsSpan().SequenceEqual(Bytes(second, name)), name));
    }

    [Fact]
    public void A_user_shops_alike_however_many_users_there_are_but_order_ids_differ()
    {
        using var few = Generate(new GeneratorOptions { Users = 40, Products = 2_000 });
        using var more = Generate(new GeneratorOptions { Users = 400, Products = 2_000 });
        var small = new GroceryData(few.Path).Orders;
        var large = new GroceryData(more.Path).Orders.Take(small.Count).ToList();
        Assert.Equal(small.Select(WithoutId), large.Select(WithoutId));
        Assert.Equal(small.SelectMany(order => order.Lines), large.SelectMany(order => order.Lines));
        Assert.NotEqual(small.Select(order => order.Id), large.Select(order => order.Id));

        static (int, string, int, int, int, int?) WithoutId(GroceryOrder order) =>
            (order.User, order.Set, order.Number, order.Day, order.Hour, order.Gap);
    }

    [Fact]
    public void SplitMix64_gives_the_published_sequence()
    {
        var random = new SplitMix64(1234567);
        ulong[] expected = [6457827717110365317, 3203168211198807973, 9817491932198370423, 4593380528125082431];
        Assert.All(expected, value => Assert.Equal(value, random.Next()));
    }

    [Theory]
    [InlineData(1)]
    [InlineData(4)]
    [InlineData(5)]
    [InlineData(1_000)]
    [InlineData(65_537)]
    public void Order_ids_are_a_permutation_of_any_size(int count)
    {
        var ids = new OrderIds(42, count);
        Assert.Equal(Enumerable.Range(1, count).Select(id => (long)id), Enumerable.Range(0, count).Select(i => ids[i]).Order());
    }

    private static byte[] Bytes(TemporaryFolder folder, string name) => File.ReadAllBytes(folder[name]);

    private static TemporaryFolder Generate(GeneratorOptions options)
    {
        var folder = new TemporaryFolder();
        GroceryGenerator.Generate(options, folder.Path, null, CancellationToken.None);
        return folder;
    }
}
