using Recommender.Lake.Models;

namespace Recommender.Lake.Tests.Models;

public sealed class SqlTablesTests
{
    [Theory]
    [InlineData("select * from raw.orders", "select * from <raw orders>")]
    [InlineData("select * from clean.orders__quarantine as q", "select * from <clean orders__quarantine> as q")]
    [InlineData("insert into clean.orders select a from raw.orders, raw.items r", "insert into <clean orders> select a from <raw orders>, <raw items> r")]
    [InlineData("select ml.score, raw.x from a as ml join clean.b as raw on ml.id = raw.id", "select ml.score, raw.x from a as ml join <clean b> as raw on ml.id = raw.id")]
    [InlineData("select 'from raw.orders' from raw.orders -- from raw.orders", "select 'from raw.orders' from <raw orders> -- from raw.orders")]
    [InlineData("select \"raw.orders\", /* raw.orders */ 1 from raw.orders", "select \"raw.orders\", /* raw.orders */ 1 from <raw orders>")]
    [InlineData("with a as (select x from RAW.Orders where x in (select y from clean.b, clean.c)), d as (select 1) select raw.x, clean.y from a as raw, d",
        "with a as (select x from <raw orders> where x in (select y from <clean b>, <clean c>)), d as (select 1) select raw.x, clean.y from a as raw, d")]
    [InlineData("select extract(year from raw.day), raw.a is distinct from raw.b from clean.x raw", "select extract(year from raw.day), raw.a is distinct from raw.b from <clean x> raw")]
    [InlineData("select 1 from (raw.a cross join raw.b), unnest(raw.l) where exists (select 1 from raw.c group by raw.d, raw.e)",
        "select 1 from (<raw a> cross join <raw b>), unnest(raw.l) where exists (select 1 from <raw c> group by raw.d, raw.e)")]
    [InlineData("select a from raw.x union all select raw.b, raw.c from clean.y order by raw.b, raw.c", "select a from <raw x> union all select raw.b, raw.c from <clean y> order by raw.b, raw.c")]
    [InlineData("select count(*) from (\nselect * from curated.t__build_1 where a in ('x', 'y')\n) as offending", "select count(*) from (\nselect * from <curated t__build_1> where a in ('x', 'y')\n) as offending")]
    public void Tables_are_renamed_and_nothing_else(string sql, string renamed) =>
        Assert.Equal(renamed, SqlTables.Rename(sql, table => $"<{table.Zone.ToString().ToLowerInvariant()} {table.Table}>"));
}
