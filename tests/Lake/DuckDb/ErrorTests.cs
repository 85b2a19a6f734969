using Recommender.Lake.DuckDb;

namespace Recommender.Lake.Tests.DuckDb;

public sealed class ErrorTests : DuckDbTest
{
    [Theory]
    [InlineData("SELEC 1", DuckDbErrorKind.Parser)]
    [InlineData("SELECT none", DuckDbErrorKind.Binder)]
    [InlineData("SELECT * FROM none", DuckDbErrorKind.Catalog)]
    [InlineData("SELECT s::INTEGER FROM (SELECT 'x' || range AS s FROM range(3))", DuckDbErrorKind.Conversion)]
    [InlineData("SELECT (range + 200)::TINYINT FROM range(3)", DuckDbErrorKind.Conversion)]
    [InlineData("SELECT 9223372036854775807 + range FROM range(2)", DuckDbErrorKind.OutOfRange)]
    [InlineData("CREATE TABLE t (i INTEGER CHECK (i > 0)); INSERT INTO t VALUES (0)", DuckDbErrorKind.Constraint)]
    [InlineData("CREATE TABLE t (i INTEGER NOT NULL); INSERT INTO t VALUES (NULL)", DuckDbErrorKind.Constraint)]
    [InlineData("SET threads = -1", DuckDbErrorKind.Syntax)]
    [InlineData("SELECT ?", DuckDbErrorKind.InvalidInput)]
    public void Wrong_sql_and_data_are_the_callers_fault(string sql, DuckDbErrorKind kind)
    {
        var error = Assert.Throws<DuckDbSqlException>(() => Execute(sql));
        Assert.Equal(kind, error.Kind);
        Assert.Equal(sql, error.Statement);
        Assert.Equal(1, Scalar<int>("SELECT 1"));
    }

    [Fact]
    public void Missing_files_and_memory_are_the_environments_fault()
    {
        Assert.Equal(DuckDbErrorKind.IO, Assert.Throws<DuckDbResourceException>(() => Execute("SELECT * FROM 'none/*.parquet'")).Kind);
        using var small = DuckDbDatabase.Open(null, new DuckDbOptions { MemoryLimitBytes = 20_000_000, Threads = 1, TempDirectory = Path.Combine(Path.GetTempPath(), "none") });
        using var connection = small.Connect();
        connection.Execute("SET max_temp_directory_size = '0B'", Token);
        var error = Assert.Throws<DuckDbResourceException>(() => connection.Execute("CREATE TABLE t AS SELECT range::VARCHAR || repeat('x', 50) AS s FROM range(3000000)", Token));
        Assert.Equal(DuckDbErrorKind.OutOfMemory, error.Kind);
    }

    [Fact]
    public void Extensions_are_not_fetched()
    {
        Assert.Equal(0, Scalar<int>("SELECT count(*) FROM duckdb_settings() WHERE name LIKE 'auto%_known_extensions' AND value <> 'false'"));
        Assert.Equal(2, Scalar<int>("SELECT count(*) FROM duckdb_settings() WHERE name LIKE 'auto%_known_extensions'"));
        Assert.ThrowsAny<DuckDbException>(() => Execute("SELECT * FROM 's3://bucket/key.parquet'"));
    }

    [Fact]
    public void Only_the_first_lines_of_a_statement_are_kept()
    {
        var error = Assert.Throws<DuckDbSqlException>(() => Execute("SELECT none\n" + string.Join("\n", Enumerable.Range(0, 100).Select(i => $", {i}"))));
        Assert.Equal(8, error.Statement!.Split('\n').Length);
        Assert.EndsWith("…", error.Statement, StringComparison.Ordinal);
        Assert.Equal(1001, Assert.Throws<DuckDbSqlException>(() => Execute($"SELECT none, '{new string('x', 5000)}'")).Statement!.Length);
    }

    [Fact]
    public void A_zero_character_in_sql_is_refused() => Assert.Throws<ArgumentException>(() => Execute("SELECT 1\0; SELECT 2"));

    [Theory]
    [InlineData("IO Error: x", DuckDbErrorKind.IO)]
    [InlineData("Out of Memory Error: x", DuckDbErrorKind.OutOfMemory)]
    [InlineData("TransactionContext Error: x", DuckDbErrorKind.Transaction)]
    [InlineData("INTERRUPT Error: x", DuckDbErrorKind.Interrupt)]
    [InlineData("Not implemented Error: x", DuckDbErrorKind.NotImplemented)]
    [InlineData("Extension Autoloading Error: x", DuckDbErrorKind.Autoload)]
    [InlineData("something else", DuckDbErrorKind.None)]
    [InlineData("", DuckDbErrorKind.None)]
    public void The_kind_is_read_from_a_message(string message, DuckDbErrorKind kind) => Assert.Equal(kind, DuckDbErrors.KindOf(message));
}
