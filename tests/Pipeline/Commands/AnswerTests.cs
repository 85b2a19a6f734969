using Recommender.Pipeline.Tests.Support;

namespace Recommender.Pipeline.Tests.Commands;

public sealed class AnswerTests(LoadedWorkspace lake) : IClassFixture<LoadedWorkspace>
{
    [Fact]
    public async Task A_user_gets_products_with_names_and_reasons()
    {
        var result = await lake.RunAsync("recommend", "--user", "1", "-k", "3", "--json");
        Assert.Equal(0, result.Code);
        Assert.True(result.Json.GetProperty("personal").GetBoolean());
        var products = result.Json.GetProperty("products").EnumerateArray().ToList();
        Assert.Equal(3, products.Count);
        Assert.Equal("bought in 4 of 4 orders", products[0].GetProperty("reason").GetString());
        Assert.Contains(products[0].GetProperty("product_id").GetInt64(), new long[] { 3, 4 });
    }

    [Fact]
    public async Task An_unknown_user_gets_what_is_popular_and_is_told()
    {
        var result = await lake.RunAsync("recommend", "--user", "-7", "--json");
        Assert.Equal(0, result.Code);
        Assert.Contains("user -7 is not in the lake", result.Error, StringComparison.Ordinal);
        Assert.False(result.Json.GetProperty("personal").GetBoolean());
        Assert.Equal(10, result.Json.GetProperty("products").GetArrayLength());
        Assert.All(result.Json.GetProperty("products").EnumerateArray(), product => Assert.Equal("popular with all shoppers", product.GetProperty("reason").GetString()));
    }

    [Fact]
    public async Task The_evaluation_is_read_where_it_is_up_to_date()
    {
        var result = await lake.RunAsync("evaluate", "--json");
        Assert.Equal(0, result.Code);
        Assert.Contains("read from ml.evaluation", result.Error, StringComparison.Ordinal);
        Assert.Equal(6, result.Json.GetProperty("metrics").GetProperty("models").EnumerateObject().Count());
        var text = await lake.RunAsync(["evaluate"], 80);
        Assert.All(text.Lines.Where(line => !line.StartsWith("metrics", StringComparison.Ordinal)), line => Assert.InRange(line.Length, 1, 80));
    }

    [Fact]
    public async Task The_evaluation_is_drawn_on_a_page()
    {
        var file = lake.In("quality.html");
        var result = await lake.RunAsync("evaluate", "--html", file);
        Assert.Equal(0, result.Code);
        Assert.Contains($"figures in {file}", result.Error, StringComparison.Ordinal);
        var page = System.Xml.Linq.XDocument.Parse(await File.ReadAllTextAsync(file));
        Assert.Contains(page.Descendants("h1"), title => title.Value == "Recommendation quality");
        Assert.NotEmpty(page.Descendants("figure"));
        Assert.Contains("is a folder", (await lake.RunAsync("evaluate", "--html", Path.GetDirectoryName(file)!)).Error, StringComparison.Ordinal);
        var nowhere = await lake.RunAsync("evaluate", "--html", lake.In("no/quality.html"));
        Assert.Equal((2, true), (nowhere.Code, nowhere.Error.Contains("does not exist", StringComparison.Ordinal)));
    }

    [Fact]
    public async Task The_evaluation_is_computed_where_it_is_missing()
    {
        using var workspace = new Workspace();
        await workspace.LoadAsync();
        Directory.Delete(Path.Combine(workspace.LakePath, "ml", "evaluation"), recursive: true);
        var result = await workspace.RunAsync("evaluate", "--json", "--no-progress");
        Assert.Equal(0, result.Code);
        Assert.Contains("computed by run 20260301T120000000Z", result.Error, StringComparison.Ordinal);
        Assert.Equal(6, result.Json.GetProperty("metrics").GetProperty("models").EnumerateObject().Count());
    }

    [Fact]
    public async Task A_table_is_described()
    {
        Golden.Verify("describe-100", (await lake.RunAsync(["describe", "clean.aisles"], 100)).Out);
        var json = (await lake.RunAsync("describe", "clean.aisles", "--json")).Json;
        Assert.Equal("aisle_id", json.GetProperty("grain")[0].GetString());
        Assert.Equal(2, json.GetProperty("columns").GetArrayLength());
        Assert.Single(json.GetProperty("history").EnumerateArray());
        Assert.Equal(json.GetProperty("snapshot").GetString(), json.GetProperty("history")[0].GetProperty("snapshot").GetString());
    }

    [Theory]
    [InlineData("orders", "did you mean raw.orders or clean.orders?")]
    [InlineData("clean.order_line", "did you mean clean.order_lines")]
    [InlineData("zzzzzzzzzzzzzzz", "'recommender tables' lists them")]
    public async Task An_unknown_table_gets_near_names(string name, string says)
    {
        var result = await lake.RunAsync("describe", name);
        Assert.Equal(2, result.Code);
        Assert.Contains(says, result.Error, StringComparison.Ordinal);
    }
}
