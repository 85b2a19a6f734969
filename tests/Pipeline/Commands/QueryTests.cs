using Recommender.Pipeline.Tests.Support;

namespace Recommender.Pipeline.Tests.Commands;

public sealed class QueryTests(LoadedWorkspace lake) : IClassFixture<LoadedWorkspace>
{
    [Fact]
    public async Task A_table_is_shown_up_to_the_limit()
    {
        var result = await lake.RunAsync("query", "select aisle_id, aisle from clean.aisles order by aisle_id", "--limit", "2");
        Assert.Equal("aisle_id  aisle\n────────  ─────\n       1  fruit\n       2  milk\n", result.Out);
        Assert.Contains("there are more", result.Error, StringComparison.Ordinal);
        var all = await lake.RunAsync("query", "from clean.aisles", "--limit", "3");
        Assert.Equal("3 rows\n", all.Error);
    }

    [Fact]
    public async Task A_narrow_window_gets_whole_lines()
    {
        var result = await lake.RunAsync(["query", "select 1 as a, repeat('x', 100) as b, repeat('y', 100) as c"], 40);
        Assert.All(result.Lines, line => Assert.InRange(line.Length, 1, 40));
        Assert.Contains("…", result.Out, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Csv_quotes_what_needs_it_and_has_all_rows()
    {
        var result = await lake.RunAsync("query", "select product_name, null as nothing, date '2026-01-02' as day from clean.products where product_id = 2", "--format", "csv");
        Assert.Equal("product_name,nothing,day\n\"Milk, 1 l\",,2026-01-02\n", result.Out);
        var all = await lake.RunAsync("query", "from range(5000)", "--format", "csv");
        Assert.Equal(5001, all.Lines.Length);
    }

    [Fact]
    public async Task Json_is_one_array_with_numbers_as_numbers()
    {
        var result = await lake.RunAsync("query", "select 1 as i, 2.50::decimal(5,2) as d, 'a\"b' as t, null as n, [1, 2] as l, {'x': true} as s, 'nan'::double as q", "--format", "json");
        var row = Assert.Single(result.Json.EnumerateArray());
        Assert.Equal(1, row.GetProperty("i").GetInt32());
        Assert.Equal(2.5m, row.GetProperty("d").GetDecimal());
        Assert.Equal("a\"b", row.GetProperty("t").GetString());
        Assert.Equal(System.Text.Json.JsonValueKind.Null, row.GetProperty("n").ValueKind);
        Assert.Equal(2, row.GetProperty("l").GetArrayLength());
        Assert.True(row.GetProperty("s").GetProperty("x").GetBoolean());
        Assert.Equal("NaN", row.GetProperty("q").GetString());
        var none = await lake.RunAsync("query", "select 1 where false", "--format", "json");
        Assert.Equal(0, none.Json.GetArrayLength());
    }

    [Fact]
    public async Task The_quarantine_is_a_table_too()
    {
        var result = await lake.RunAsync("query", "select source_line, raw_text from raw.orders__quarantine", "--format", "csv");
        Assert.Equal("source_line,raw_text\n102,\"x,1,prior,9,1,1,1.0\"\n", result.Out);
    }

    [Theory]
    [InlineData("copy (select 1) to '{0}'")]
    [InlineData("explain analyze copy (select 1) to '{0}'")]
    [InlineData("/* a */ explain (analyze) copy (select 1) to '{0}'")]
    [InlineData("attach '{0}' as other")]
    [InlineData("create table t (a int)")]
    [InlineData("create or replace view clean.orders as select 1")]
    [InlineData("drop view clean.orders")]
    [InlineData("install httpfs")]
    [InlineData("load httpfs")]
    [InlineData("set threads = 1")]
    [InlineData("export database '{0}'")]
    [InlineData("explain export database '{0}'")]
    [InlineData("with a as (select 1) insert into clean.orders from a")]
    [InlineData("begin")]
    [InlineData("select 1; copy (select 1) to '{0}'")]
    public async Task Nothing_but_reading_is_run(string sql)
    {
        var target = lake.In("written");
        var result = await lake.RunAsync("query", string.Format(System.Globalization.CultureInfo.InvariantCulture, sql, target));
        Assert.Equal(2, result.Code);
        Assert.False(Path.Exists(target));
    }

    [Theory]
    [InlineData("with a as (select 1) from a")]
    [InlineData("from clean.orders")]
    [InlineData("values (1)")]
    [InlineData("explain select 1")]
    [InlineData("explain analyze select 1")]
    [InlineData("describe clean.orders")]
    [InlineData("summarize clean.orders")]
    [InlineData("show all tables")]
    [InlineData("-- a comment\nselect 1;")]
    public async Task Reading_is_run_in_all_its_forms(string sql)
    {
        var result = await lake.RunAsync("query", sql);
        Assert.Equal(0, result.Code);
        Assert.NotEqual("", result.Out);
    }

    [Fact]
    public async Task A_query_can_come_from_the_input()
    {
        var result = await lake.RunAsync(["query", "-", "--format", "csv"], null, input: "select 1 as one\n");
        Assert.Equal("one\n1\n", result.Out);
        Assert.Equal(2, (await lake.RunAsync(["query", "-"], null, input: " ")).Code);
    }

    [Fact]
    public async Task Wrong_sql_is_told_with_its_place()
    {
        var result = await lake.RunAsync("query", "select nosuch from clean.orders");
        Assert.Equal(2, result.Code);
        Assert.Contains("\"nosuch\" not found", result.Error, StringComparison.Ordinal);
        Assert.Contains("LINE 1:", result.Error, StringComparison.Ordinal);
        Assert.Contains("^", result.Error, StringComparison.Ordinal);
        var value = await lake.RunAsync("query", "select cast(aisle as integer) from clean.aisles");
        Assert.Equal(2, value.Code);
        Assert.Contains("Could not convert string", value.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_table_that_is_not_built_yet_is_named()
    {
        using var partial = new Workspace();
        await partial.LoadAsync();
        Directory.Delete(Path.Combine(partial.LakePath, "ml", "training_set"), recursive: true);
        var result = await partial.RunAsync("query", "select * from ml.training_set");
        Assert.Equal(2, result.Code);
        Assert.Contains("ml.training_set is not built yet: run 'recommender run' first", result.Error, StringComparison.Ordinal);
    }
}
