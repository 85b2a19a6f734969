using Recommender.Lake.Models;
using Recommender.Lake.Tests.Support;

namespace Recommender.Lake.Tests.Models;

public sealed class SqlModelTests
{
    [Theory]
    [InlineData("select * from raw.b join clean.a using (id) join raw.b as again using (id)", "clean.a raw.b")]
    [InlineData("select 'raw.x', \"raw.y\" from raw.z -- raw.w\n/* raw.v */", "raw.z")]
    [InlineData("select '--' , 1 from raw.z", "raw.z")]
    [InlineData("select 'it''s', 'raw.x' from raw.z", "raw.z")]
    [InlineData("select * from other.t, straw.t, raw_t", "")]
    [InlineData("select * from RAW.Items", "raw.items")]
    public void Inputs_are_the_tables_that_the_sql_names(string sql, string expected) =>
        Assert.Equal(expected, string.Join(' ', new SqlModel(new MemoryStep().Table, sql).Inputs));
}
