using Recommender.Lake.Models;
using Recommender.Lake.Tests.Support;

namespace Recommender.Lake.Tests.Models;

public sealed class SqlRendererTests : LakeTest
{
    [Theory]
    [InlineData("select 'a@user_bucket(x)', \"@b\" -- @c\n/* @d( */ from t")]
    [InlineData("select 'it''s @x', '' from t")]
    [InlineData("select 1 -- the end: @x")]
    [InlineData("")]
    public void Quotes_and_comments_are_left_alone(string sql) => Assert.Equal(sql, Render(sql));

    [Fact]
    public void Calls_nest() =>
        Assert.Equal(
            "select cast(date_diff('day', a, cast(isodow(b) as integer)) as integer) from t",
            Render("select @days_between(a, @iso_day_of_week(b)) from t"));

    [Fact]
    public void Engines_differ_where_they_must() =>
        Assert.Equal("cast(day_of_week(b) as integer)", SqlRenderer.Render("@iso_day_of_week(b)", SqlDialect.Trino));

    [Theory]
    [InlineData("@csv_text(coalesce(a, ','))", "a,b", "\"a,b\"")]
    [InlineData("@csv_text(replace(a, ')', '('))", ")", "(")]
    [InlineData("@csv_text(a)", "say \"hi\"", "\"say \"\"hi\"\"\"")]
    [InlineData("@csv_text(a)", "two\nlines", "\"two\nlines\"")]
    [InlineData("@csv_text(a)", null, "")]
    [InlineData("@csv_text(a -- the text, as it came\n)", "x", "x")]
    [InlineData("@csv_text(/* the text) */ a)", "x", "x")]
    public void Arguments_may_hold_commas_brackets_quotes_and_comments(string call, string? value, string expected) =>
        Assert.Equal([expected], Lake.Rows($"select {Render(call)} from ({Sql.Values(["a"], ["varchar"], [[value]])})"));

    [Theory]
    [InlineData("select @user_bucket(a", "not closed")]
    [InlineData("select @user_bucket(a, b)", "@user_bucket takes 2 argument(s)")]
    [InlineData("select @user_bucket()", "@user_bucket takes 0 argument(s)")]
    [InlineData("select @nothing(a)", "no macro @nothing")]
    [InlineData("select a @ b", "does not start a macro call")]
    [InlineData("select a@", "does not start a macro call")]
    [InlineData("select @in_days(day)", "without a range of days")]
    public void A_faulty_call_is_named(string sql, string expected) =>
        Assert.Contains(expected, Assert.Throws<FormatException>(() => Render(sql)).Message, StringComparison.Ordinal);

    [Fact]
    public void In_days_takes_both_ends() =>
        Assert.Equal(
            "d between date '2011-01-04' and date '2011-01-09'",
            SqlRenderer.Render("@in_days(d)", SqlDialect.DuckDb, DayRange.Parse("2011-01-04..2011-01-09")));

    [Fact]
    public void A_user_s_bucket_is_that_of_the_ranking()
    {
        // UserSplit.Bucket of Ranking: ⌊mod(id × 2654435761, 2^32) / 2^32 × 100⌋.
        var random = new Random(7);
        List<long> ids = [0, 1, 2, 206_209, uint.MaxValue / 2, 1L << 30, 1L << 31, 3_399_999_999, uint.MaxValue, long.MaxValue, .. Enumerable.Range(0, 3_000), .. Enumerable.Range(0, 2_000).Select(_ => random.NextInt64(3_400_000_000)), .. Enumerable.Range(0, 2_000).Select(_ => random.NextInt64())];
        var expected = ids.Select(id => (int)((Int128)id * 2_654_435_761 % 4_294_967_296 * 100 / 4_294_967_296)).ToList();
        var buckets = Lake.Rows($"select {Render("@user_bucket(id)")} from (select unnest([{string.Join(", ", ids)}]) as id)");
        Assert.Equal(expected, buckets.Select(text => int.Parse(text, System.Globalization.CultureInfo.InvariantCulture)));
        Assert.Equal(100, expected.Distinct().Count());
    }

    [Fact]
    public void An_expression_as_a_user_id_is_taken_whole() =>
        Assert.Equal(Lake.Rows($"select {Render("@user_bucket(7)")}"), Lake.Rows($"select {Render("@user_bucket(3 + 4)")}"));

    private static string Render(string sql) => SqlRenderer.Render(sql, SqlDialect.DuckDb);
}
