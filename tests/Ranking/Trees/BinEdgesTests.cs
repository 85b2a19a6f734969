using Recommender.Ranking.Trees;

namespace Recommender.Ranking.Tests.Trees;

public class BinEdgesTests
{
    [Fact]
    public void Few_distinct_values_have_a_bin_each()
    {
        var rows = Rows([3, 1, 2, float.NaN, 1, 5], new FeatureColumn("x", ""));

        // A bin's value is its upper bound, half-way to the next value; the last one's is the largest seen.
        Assert.Equal([4, 1.5f, 2.5f, float.NaN, 1.5f, 5], Values(rows));
    }

    [Fact]
    public void Codes_ascend_with_values_and_share_the_sample_evenly()
    {
        var random = new Random(60);
        var values = Enumerable.Range(0, 50_000).Select(_ => (float)-Math.Log(random.NextDouble())).ToArray();
        var edges = BinEdges.FromSample([new("x", "")], values);

        var codes = values.Select(value => edges.Code(0, value)).ToArray();

        Assert.Equal(255, codes.Distinct().Count());
        Assert.InRange(codes.GroupBy(code => code).Max(bin => bin.Count()), 190, 220);
        var sorted = values.Order().Select(value => edges.Code(0, value)).ToArray();
        Assert.Equal(sorted.Order(), sorted);
        Assert.Equal([0, 254, 255], new[] { float.NegativeInfinity, float.PositiveInfinity, float.NaN }.Select(value => edges.Code(0, value)));
    }

    [Fact]
    public void A_value_that_fills_a_bin_shares_it_with_few_others()
    {
        var random = new Random(61);
        var values = Enumerable.Range(0, 20_000).Select(row => row % 2 == 0 ? 7f : random.NextSingle() * 14).ToArray();
        var edges = BinEdges.FromSample([new("x", "")], values, maxBins: 16);

        // Half of what the other bins hold, at most: 10,000 rows over 15 bins.
        Assert.InRange(values.Count(value => value != 7f && edges.Code(0, 7) == edges.Code(0, value)), 0, 10_000 / 15 / 2);
        Assert.DoesNotContain(values, value => value > 7f && edges.Code(0, 7) == edges.Code(0, value));
        Assert.InRange(edges.Codes(0), 12, 17);
    }

    [Fact]
    public void One_thread_makes_the_same_edges_without_others()
    {
        var columns = Enumerable.Range(0, 40).Select(column => new FeatureColumn($"x{column}", "")).ToArray();
        var random = new Random(63);
        var values = Enumerable.Range(0, columns.Length * 10_000).Select(_ => random.NextSingle()).ToArray();
        BinEdges Made(int threads) => BinEdges.FromSample(columns, values, threads: threads);
        Made(1);

        var before = GC.GetAllocatedBytesForCurrentThread();
        var alone = Made(1);
        var allocated = GC.GetAllocatedBytesForCurrentThread() - before;

        // Each column's distinct values are gathered in a list that doubles (8 bytes a value, room for 16,384 at last): all by this thread.
        Assert.True(allocated > columns.Length * 16_384L * 8 * 1.9, $"{allocated} bytes");
        var many = Made(4);
        Assert.All(Enumerable.Range(0, columns.Length), column => Assert.Equal(
            Enumerable.Range(0, alone.Codes(column)).Select(code => alone.Value(column, code)),
            Enumerable.Range(0, many.Codes(column)).Select(code => many.Value(column, code))));
    }

    [Fact]
    public void Features_that_share_a_byte_keep_their_values()
    {
        var (values, _) = TreeShop.Generate(3000, 62);
        var edges = BinEdges.FromSample(TreeShop.Columns, values, maxBins: 12);
        var rows = new TreeRows(edges, 3000);
        Parallel.For(0, 30, part => rows.Set(part * 100, values.AsSpan(part * 100 * 7, 700)));

        Assert.True(edges.Layout.Bundles < 5);
        for (var i = 0; i < values.Length; i++)
        {
            Assert.Equal(edges.Value(i % 7, edges.Code(i % 7, values[i])), rows.Value(i / 7, i % 7));
        }
    }

    [Fact]
    public void Rare_categories_share_the_code_of_unknown_ones()
    {
        var values = Enumerable.Range(0, 300).SelectMany(value => Enumerable.Repeat((float)value, value < 40 ? 1 : 2)).ToArray();
        var edges = BinEdges.FromSample([new("x", "", FeatureKind.Categorical)], values);

        Assert.Equal(256, edges.Codes(0));
        Assert.Equal(255, edges.Code(0, 12_345));
        Assert.Equal(255, edges.Code(0, float.NaN));
        Assert.Equal(45, Enumerable.Range(0, 300).Count(value => edges.Code(0, value) == 255));
        Assert.All(Enumerable.Range(40, 260).Where(value => edges.Code(0, value) < 255), value => Assert.Equal(value, edges.Value(0, edges.Code(0, value))));
    }

    [Fact]
    public void Faults_are_listed_together()
    {
        FeatureColumn[] columns = [new("x", "", FeatureKind.Categorical, 1), new("x", "", Monotone: 3)];

        Assert.Equal(
            "Bin edges: maxBins is 256; it must be 2 to 255. the sample's length is 3; it must be a multiple of 2 features. Feature x is there 2 times. "
            + "x.Monotone is 1; it must be 0 for a categorical feature. x.Monotone is 3; it must be -1, 0 or 1.",
            Assert.Throws<ArgumentException>(() => BinEdges.FromSample(columns, new float[3], 256)).Message);
    }

    [Fact]
    public void Rows_beyond_the_end_are_refused()
    {
        var edges = BinEdges.FromSample([new("x", "")], [1, 2]);

        Assert.Contains("2 values from row 1: there are 2 rows of 1 values.", Assert.Throws<ArgumentException>(() => new TreeRows(edges, 2).Set(1, [1, 2])).Message, StringComparison.Ordinal);
    }

    private static TreeRows Rows(float[] values, FeatureColumn column)
    {
        var rows = new TreeRows(BinEdges.FromSample([column], values), values.Length);
        rows.Set(0, values);
        return rows;
    }

    private static IEnumerable<float> Values(TreeRows rows) => Enumerable.Range(0, rows.Rows).Select(row => rows.Value(row, 0));
}
