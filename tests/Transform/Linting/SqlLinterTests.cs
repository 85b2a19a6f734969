using Recommender.Transform.Linting;

namespace Recommender.Transform.Tests.Linting;

public sealed class SqlLinterTests
{
    public static TheoryData<string> Names => [.. GroceryModels.All.Select(model => model.Table.Name.ToString())];

    [Theory]
    [MemberData(nameof(Names))]
    public void Models_keep_to_the_core(string name) =>
        Assert.Empty(SqlLinter.Lint(GroceryModels.All.Single(model => model.Table.Name.ToString() == name).Sql));

    [Fact]
    public void Checks_keep_to_the_core() =>
        Assert.Empty(GroceryModels.All.SelectMany(model => model.Table.AllChecks()).SelectMany(check => SqlLinter.Lint(check.OffendingRows("new_rows"))));

    /// <summary>For each rule what it refuses, and the spelling that it asks for.</summary>
    [Theory]
    [InlineData("integer-division", "select a / nullif(b, 0) from t", "select cast(a as double) / nullif(b, 0) from t")]
    [InlineData("integer-division", "select (a + 1) / nullif(b, 0) from t", "select a / nullif(cast(b as double), 0) from t")]
    [InlineData("division-by-zero", "select cast(a as double) / b from t", "select cast(a as double) / 100 from t")]
    [InlineData("division-by-zero", "select cast(a as double) / 0 from t", "select a / 1e2 from t")]
    [InlineData("remainder", "select a % 7 from t", "select mod(a, 7) from t")]
    [InlineData("remainder", "select mod(a, b) from t", "select mod(a, nullif(b, 0)) from t")]
    [InlineData("sum-type", "select sum(a) from t", "select cast(sum(a) as bigint) from t")]
    [InlineData("sum-type", "select count_if(a > 1) from t", "select count(*) filter (where a > 1) from t")]
    [InlineData("average-type", "select avg(a) from t", "select avg(cast(a as double)) from t")]
    [InlineData("rounding-cast", "select cast(2.5 as integer) from t", "select cast(round(2.5) as integer) from t")]
    [InlineData("rounding-cast", "select cast(cast(a as double) / 2 as bigint) from t", "select cast(floor(cast(a as double) / 2) as bigint) from t")]
    [InlineData("count-distinct-pairs", "select count(distinct a, b) from t", "select count(*) from (select distinct a, b from t) as pairs")]
    [InlineData("date-difference", "select date_diff('day', a, b) from t", "select @days_between(a, b) from t")]
    [InlineData("date-truncation", "select date_trunc('month', d) from t", "select cast(date_trunc('month', d) as date) from t")]
    [InlineData("date-addition", "select d + interval '1' day from t", "select cast(d + interval '1' day as date) from t")]
    [InlineData("date-addition", "select date_add('day', 1, d) from t", "select cast(d - interval '1' day as date) from t")]
    [InlineData("interval", "select cast(d + interval 1 day as date) from t", "select cast(d + interval '1' day as date) from t")]
    [InlineData("interval", "select cast(d + interval '1 day' as date) from t", "select cast(d + interval '1' day as date) from t")]
    [InlineData("day-of-week", "select day_of_week(d) from t", "select @iso_day_of_week(d) from t")]
    [InlineData("day-of-week", "select dayofweek(d) from t", "select @iso_day_of_week(d) from t")]
    [InlineData("keyword", "select extract(year from d) from t", "select year(d) from t")]
    [InlineData("timestamp-precision", "select cast(a as timestamp) from t", "select cast(a as timestamp(3)) from t")]
    [InlineData("time-zone", "select a at time zone 'UTC' from t", "select a from t")]
    [InlineData("parse-format", "select strftime(d, '%Y') from t", "select year(d) from t")]
    [InlineData("parse-format", "select date_parse(a, '%Y') from t", "select a from t")]
    [InlineData("concat", "select concat(a, b) from t", "select a || b from t")]
    [InlineData("greatest-least", "select greatest(a, b) from t", "select greatest(coalesce(a, 0), coalesce(b, 0), 1) from t")]
    [InlineData("greatest-least", "select least(coalesce(a, 0), a + b) from t", "select least(coalesce(a, 0), 5) from t")]
    [InlineData("try-cast", "select try_cast(a as integer) from t", "select cast(a as integer) from t")]
    [InlineData("varchar-length", "select cast(a as varchar(3)) from t", "select substr(a, 1, 3) from t")]
    [InlineData("double-text", "select cast(avg(cast(a as double)) as varchar) from t", "select @double_text(a) from t")]
    [InlineData("implicit-cast", "select a from t where '1' = 1", "select a from t where cast('1' as integer) = 1")]
    [InlineData("split-part", "select split_part(a, ',', 2) from t", "select nullif(split_part(a, ',', 2), '') from t")]
    [InlineData("regular-expression", "select regexp_like(a, 'x') from t", "select strpos(a, 'x') > 0 from t")]
    [InlineData("regular-expression", "select regexp_matches(a, 'x') from t", "select a like '%x%' from t")]
    [InlineData("array-access", "select l[1] from t", "select u.x from t cross join unnest(l) as u(x)")]
    [InlineData("array-access", "select element_at(l, 1) from t", "select u.x from t cross join unnest(l) as u(x)")]
    [InlineData("array-order", "select array_agg(a) from t", "select array_agg(a order by b nulls last) filter (where a is not null) from t")]
    [InlineData("approximate", "select approx_distinct(a) from t", "select count(distinct a) from t")]
    [InlineData("median", "select median(a) from t", "select row_number() over (order by a nulls last) from t")]
    [InlineData("median", "select percentile_cont(0.5) within group (order by a nulls last) from t", "select ntile(2) over (order by a nulls last) from t")]
    [InlineData("extreme-with-null", "select max_by(a, b) from t", "select max_by(a, b) filter (where a is not null) from t")]
    [InlineData("hash", "select md5(a) from t", "select @user_bucket(a) from t")]
    [InlineData("hash", "select hash(a) from t", "select a from t")]
    [InlineData("alias", "select a + 1 as b from t where b > 2", "select a + 1 as b from t where a + 1 > 2")]
    [InlineData("alias", "select a + 1 as b, count(*) as n from t group by b", "select a + 1 as b, count(*) as n from t group by 1")]
    [InlineData("alias", "select a, count(*) as n from t group by a having n > 1", "select a, count(*) as n from t group by a having count(*) > 1 order by n nulls last")]
    [InlineData("alias", "select a + 1 as b, b * 2 as c from t", "select s.b * 2 as c from (select a + 1 as b from t) as s")]
    [InlineData("qualify", "select a from t qualify row_number() over (order by a nulls last) = 1", "select a from (select a, row_number() over (order by a nulls last) as n from t) as s where n = 1")]
    [InlineData("limit-before-offset", "select a from t limit 2 offset 1", "select a from t offset 1 limit 2")]
    [InlineData("nondeterministic", "select random() from t", "select a from t")]
    [InlineData("nondeterministic", "select current_date from t", "select a from t")]
    [InlineData("nondeterministic", "select now() from t", "select a from t")]
    [InlineData("double-colon", "select a::integer from t", "select cast(a as integer) from t")]
    [InlineData("quoted-name", "select \"a\" from t", "select a from t")]
    [InlineData("type", "select cast(a as hugeint) from t", "select cast(a as bigint) from t")]
    [InlineData("type", "select cast(a as integer[]) from t", "select cast(a as integer) from t")]
    [InlineData("nulls-order", "select a from t order by a", "select a from t order by a nulls first")]
    [InlineData("nulls-order", "select rank() over (partition by a order by b desc, c nulls last) from t", "select rank() over (partition by a order by b desc nulls last, c nulls last) from t")]
    [InlineData("function", "select list_sort(l) from t", "select a from t")]
    [InlineData("function", "select dense_rank() over (order by a nulls last) from t", "select rank() over (order by a nulls last) from t")]
    [InlineData("keyword", "select * exclude (a) from t", "select b from t")]
    [InlineData("keyword", "select * replace (a + 1 as a) from t", "select replace(a, 'x', 'y') as b from t")]
    [InlineData("keyword", "select a, count(*) from t group by all", "select a, count(*) from t group by 1")]
    [InlineData("keyword", "select a from t where b ilike 'x'", "select a from t where lower(b) like 'x'")]
    [InlineData("keyword", "select a from t semi join u using (a)", "select a from t where exists (select 1 from u where u.a = t.a)")]
    [InlineData("keyword", "select cast(sum(a) over (order by b nulls last range between 1 preceding and current row) as bigint) from t", "select cast(sum(a) over (order by b nulls last rows between 1 preceding and current row) as bigint) from t")]
    [InlineData("symbol", "select a // 2 from t", "select floor(cast(a as double) / 2) from t")]
    [InlineData("symbol", "select x -> x + 1 from t", "select a from t")]
    [InlineData("symbol", "select 1; select 2", "select 1")]
    [InlineData("one-select", "from t", "select * from t")]
    [InlineData("one-select", "create table u as select a from t", "with u as (select a from t) select a from u")]
    public void Rule_refuses_the_trap_and_accepts_the_portable_spelling(string rule, string bad, string good)
    {
        Assert.Contains(rule, SqlLinter.Lint(bad).Select(finding => finding.Rule));
        Assert.Empty(SqlLinter.Lint(good));
    }

    [Fact]
    public void Quotes_and_comments_are_not_read() =>
        Assert.Empty(SqlLinter.Lint("select 'a::b, now(), \"x\"' as text -- random() / 0\n/* qualify */ from t"));

    [Fact]
    public void Finding_names_line_and_column() =>
        Assert.Equal((2, 3), SqlLinter.Lint("select\n  now() as a from t").Select(finding => (finding.Line, finding.Column)).Single());

    [Theory]
    [InlineData("")]
    [InlineData("select 'not closed")]
    [InlineData("select ((a from t")]
    [InlineData("select a) from t")]
    [InlineData("select count(")]
    public void Broken_text_does_not_break_the_linter(string sql) => Assert.NotNull(SqlLinter.Lint(sql));
}
