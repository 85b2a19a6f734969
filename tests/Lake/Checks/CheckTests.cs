using Recommender.Lake.Checks;
using Recommender.Lake.Engine;
using Recommender.Lake.Errors;
using Recommender.Lake.Tables;
using Recommender.Lake.Tests.Support;

namespace Recommender.Lake.Tests.Checks;

public sealed class CheckTests : LakeTest
{
    private const string Relation = """
        (select * from (values
            (1, 'red', 0.5, date '2011-01-04'), (2, 'blue', -1.5, null), (2, 'it''s', 9.0, null), (null, null, null, null), (null, 'red', 1e-9, null))
            as t (id, colour, size, day))
        """;

    /// <summary>A check, how many rows or keys offend, and the first sample row.</summary>
    public static TheoryData<Check, long, string?> Cases => new()
    {
        { new NotNullCheck("id"), 2, "NULL | NULL | NULL | NULL" },
        { new NotNullCheck("day"), 4, "2 | blue | -1.5 | NULL" },
        { new UniqueCheck(["id"]), 2, null },
        { new UniqueCheck(["id", "colour"]), 0, null },
        { new RangeCheck("size", 0, null), 1, "2 | blue | -1.5 | NULL" },
        { new RangeCheck("size", null, 8.5), 1, "2 | it's | 9 | NULL" },
        { new RangeCheck("size", -1.5, 9), 0, null },
        { new RangeCheck("size", 0, 1), 2, null },
        { new RangeCheck("size", null, null), 0, null },
        { new RangeCheck("size", 1e-16, null), 1, "2 | blue | -1.5 | NULL" },
        { new ValuesCheck("colour", "red", "blue"), 1, "2 | it's | 9 | NULL" },
        { new ValuesCheck("colour", "red", "blue", "it's"), 0, null },
        { new RowCountCheck(5), 0, null },
        { new RowCountCheck(6), 1, "5" },
        { new RowCountCheck(0, 4), 1, "5" },
        { new RowCountCheck(5, 5), 0, null },
        { new RelationshipCheck("id", new TableName(Zone.Raw, "items"), "id"), 2, null },
        { new RelationshipCheck("colour", new TableName(Zone.Raw, "items"), "name"), 1, "2 | it's | 9 | NULL" },
        { new NoRowsCheck("no blue", "select colour from {table} as t where t.colour = 'blue'"), 1, "blue" },
        { new NoRowsCheck("no green", "select colour from {table} where colour = 'green'"), 0, null },
    };

    [Theory]
    [MemberData(nameof(Cases), DisableDiscoveryEnumeration = true)]
    public void A_check_counts_its_offenders_and_shows_some(Check check, long offending, string? sample)
    {
        Items.Items = [(1, "red"), (3, "blue")];
        Lake.Build(Items);
        var failures = Failures([check]);
        if (offending == 0)
        {
            Assert.Empty(failures);
            return;
        }

        var failure = Assert.Single(failures);
        Assert.Equal((check, offending), (failure.Check, failure.Offending));
        Assert.Equal(offending + 1, failure.Sample.Count);
        if (sample is not null)
        {
            Assert.Equal(sample, failure.Sample[1]);
        }
    }

    [Fact]
    public void Null_keys_are_keys_like_others() =>
        Assert.Contains("NULL | 2", Assert.Single(Failures([new UniqueCheck(["id"])])).Sample);

    [Fact]
    public void At_most_five_rows_are_shown_and_all_are_counted()
    {
        var table = Table([new RangeCheck("id", 90, null)]);
        var failure = Assert.Single(new CheckRunner(new DuckDbSqlEngine(Lake.Connection)).Failures(table, "(select i as id, '' as colour, 0 as size, null as day from range(100) as r(i))", null, Token));
        Assert.Equal((90L, 6), (failure.Offending, failure.Sample.Count));
    }

    [Fact]
    public void Every_failed_check_is_told()
    {
        var table = Table([new NotNullCheck("day"), new RowCountCheck(6), new RangeCheck("size", 0, null)]);
        var error = Assert.Throws<DataException>(() => new CheckRunner(new DuckDbSqlEngine(Lake.Connection)).Run(table, Relation, null, Token));
        Assert.Contains("raw.things: 3 check(s) failed; it was not published", error.Message, StringComparison.Ordinal);
        Assert.Contains("  day is not null: 4 offending row(s)\n    id | colour | size | day\n    2 | blue | -1.5 | NULL", error.Message, StringComparison.Ordinal);
        Assert.Contains("at least 6 row(s): 1 offending", error.Message, StringComparison.Ordinal);
        Assert.Contains("size is between 0 and any: 1 offending", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_check_that_is_declared_twice_runs_once()
    {
        var table = Table([new NotNullCheck("id"), new NotNullCheck("id")]);
        Assert.Single(new CheckRunner(new DuckDbSqlEngine(Lake.Connection)).Failures(table, Relation, null, Token));
    }

    [Fact]
    public void An_empty_table_fails_only_its_row_count() =>
        Assert.IsType<RowCountCheck>(Assert.Single(new CheckRunner(new DuckDbSqlEngine(Lake.Connection)).Failures(
            Table([new NotNullCheck("id"), new UniqueCheck(["id"]), new RowCountCheck(1), new RangeCheck("size", 0, 1)]),
            $"(select * from {Relation} where false)",
            null,
            Token)).Check);

    private static TableDeclaration Table(IReadOnlyList<Check> checks) => new()
    {
        Name = new TableName(Zone.Raw, "things"),
        Description = "A thing.",
        Columns = [],
        Grain = ["id", "colour", "size", "day"],
        Checks = checks,
    };

    private IReadOnlyList<CheckFailure> Failures(IReadOnlyList<Check> checks) =>
        new CheckRunner(new DuckDbSqlEngine(Lake.Connection)).Failures(Table(checks), Relation, null, Token);
}
