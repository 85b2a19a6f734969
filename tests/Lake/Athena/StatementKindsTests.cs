using Recommender.Lake.Athena;

namespace Recommender.Lake.Tests.Athena;

public sealed class StatementKindsTests
{
    [Theory]
    [InlineData("select 1", "Select")]
    [InlineData("  WITH a as (select 1) select * from a", "Select")]
    [InlineData("-- a remark\n/* another */ (select 1)", "Select")]
    [InlineData("values 1", "Select")]
    [InlineData("insert into t select 1", "Insert")]
    [InlineData("-- select\nINSERT INTO t values 1", "Insert")]
    [InlineData("explain select 1", "Explain")]
    [InlineData("show tables", "Other")]
    [InlineData("selection", "Other")]
    [InlineData("", "Other")]
    public void The_first_word_tells_the_kind(string sql, string kind) => Assert.Equal(kind, StatementKinds.Of(sql).ToString());
}
