using Recommender.Lake.DuckDb;
using Recommender.Tests;

namespace Recommender.Lake.Tests.DuckDb;

public sealed class QuoteTests : DuckDbTest
{
    [Theory]
    [InlineData("plain")]
    [InlineData("it's")]
    [InlineData("''; DROP TABLE t; --")]
    [InlineData(@"back\slash\n")]
    [InlineData("día\n🛒")]
    [InlineData("")]
    public void A_literal_comes_back_as_it_was(string text) => Assert.Equal(text, Value($"SELECT {DuckDbQuote.Literal(text)}"));

    [Theory]
    [InlineData("select")]
    [InlineData("two words")]
    [InlineData("a\"b")]
    [InlineData("Día.x")]
    public void An_identifier_names_what_it_says(string name)
    {
        using var result = Connection.Query($"SELECT 1 AS {DuckDbQuote.Identifier(name)}", Token);
        Assert.Equal(name, result.Columns[0].Name);
    }

    [Theory]
    [InlineData("plain.csv")]
    [InlineData("it's [a-z]*?.csv")]
    public void A_file_is_read_where_another_matches_its_name_as_a_pattern(string name)
    {
        using var folder = new TemporaryFolder();
        File.WriteAllText(folder[name], "this one\n");
        File.WriteAllText(folder["it's bcd.csv"], "another\n");
        Assert.Equal("this one", Value($"SELECT a FROM read_csv({DuckDbQuote.OneFile(folder[name])}, header = false, columns = {{'a': 'varchar'}})"));
    }

    [Fact]
    public void What_sql_cannot_hold_is_refused()
    {
        Assert.Throws<ArgumentException>(() => DuckDbQuote.Literal("a\0b"));
        Assert.Throws<ArgumentException>(() => DuckDbQuote.OneFile("a\0b"));
        Assert.Throws<ArgumentException>(() => DuckDbQuote.Identifier("a\0b"));
        Assert.Throws<ArgumentException>(() => DuckDbQuote.Identifier(""));
    }
}
