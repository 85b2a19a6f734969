using Recommender.Lake.Errors;
using Recommender.Lake.Tables;

namespace Recommender.Lake.Tests.Tables;

public sealed class TableNameTests
{
    [Fact]
    public void A_full_name_is_read_and_written() => Assert.Equal("curated.up_features_2", TableName.Parse("curated.up_features_2").ToString());

    [Theory]
    [InlineData("")]
    [InlineData("items")]
    [InlineData("raw.")]
    [InlineData("none.items")]
    [InlineData("raw.items.x")]
    [InlineData("Raw.items")]
    [InlineData("raw.Items")]
    [InlineData("raw./etc")]
    [InlineData("raw.a b")]
    [InlineData("raw.a\n")]
    public void Anything_else_is_the_caller_s_fault(string text) =>
        Assert.Contains("is not a table name", Assert.Throws<CallerException>(() => TableName.Parse(text)).Message, StringComparison.Ordinal);
}
