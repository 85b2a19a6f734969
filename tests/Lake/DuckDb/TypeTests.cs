using System.Numerics;
using Recommender.Lake.DuckDb;

namespace Recommender.Lake.Tests.DuckDb;

public sealed class TypeTests : DuckDbTest
{
    public static TheoryData<string, object> Values => new()
    {
        { "true", true },
        { "false", false },
        { "(-128)::TINYINT", sbyte.MinValue },
        { "127::TINYINT", sbyte.MaxValue },
        { "(-32768)::SMALLINT", short.MinValue },
        { "32767::SMALLINT", short.MaxValue },
        { "(-2147483648)::INTEGER", int.MinValue },
        { "2147483647::INTEGER", int.MaxValue },
        { "(-9223372036854775808)::BIGINT", long.MinValue },
        { "9223372036854775807::BIGINT", long.MaxValue },
        { "255::UTINYINT", byte.MaxValue },
        { "65535::USMALLINT", ushort.MaxValue },
        { "4294967295::UINTEGER", uint.MaxValue },
        { "18446744073709551615::UBIGINT", ulong.MaxValue },
        { "'-170141183460469231731687303715884105728'::HUGEINT", (BigInteger)Int128.MinValue },
        { "'170141183460469231731687303715884105727'::HUGEINT", (BigInteger)Int128.MaxValue },
        { "'340282366920938463463374607431768211455'::UHUGEINT", (BigInteger)UInt128.MaxValue },
        { "1.5::FLOAT", 1.5f },
        { "'3.4028235e38'::FLOAT", float.MaxValue },
        { "'1.7976931348623157e308'::DOUBLE", double.MaxValue },
        { "'-inf'::DOUBLE", double.NegativeInfinity },
        { "'nan'::DOUBLE", double.NaN },
        { "-99.99::DECIMAL(4,2)", -99.99m },
        { "12345.6789::DECIMAL(9,4)", 12345.6789m },
        { "-123456789012.345678::DECIMAL(18,6)", -123456789012.345678m },
        { "'7922816251426433759354395.0335'::DECIMAL(38,4)", 7922816251426433759354395.0335m },
        { "'-1.5'::DECIMAL(38,37)", -1.5m },
        { "DATE '0001-01-01'", DateOnly.MinValue },
        { "DATE '9999-12-31'", DateOnly.MaxValue },
        { "DATE '1969-12-31'", new DateOnly(1969, 12, 31) },
        { "TIME '00:00:00'", TimeOnly.MinValue },
        { "TIME '23:59:59.999999'", new TimeOnly(23, 59, 59, 999, 999) },
        { "TIMESTAMP '1969-12-31 23:59:59.999999'", new DateTime(1969, 12, 31, 23, 59, 59, 999, 999) },
        { "TIMESTAMP '0001-01-01 00:00:00'", DateTime.MinValue },
        { "TIMESTAMP '9999-12-31 23:59:59.999999'", new DateTime(9999, 12, 31, 23, 59, 59, 999, 999) },
        { "'2026-02-28 12:34:56'::TIMESTAMP_S", new DateTime(2026, 2, 28, 12, 34, 56) },
        { "'1969-02-28 12:34:56.789'::TIMESTAMP_MS", new DateTime(1969, 2, 28, 12, 34, 56, 789) },
        { "'1969-02-28 12:34:56.123456789'::TIMESTAMP_NS", new DateTime(1969, 2, 28, 12, 34, 56).AddTicks(1234567) },
        { "'2026-02-28 12:34:56+00'::TIMESTAMPTZ", new DateTime(2026, 2, 28, 12, 34, 56, DateTimeKind.Utc) },
        { "INTERVAL '14 months 3 days 1 microsecond'", new DuckDbInterval(14, 3, 1) },
        { "''", "" },
        { "'twelve bytes'", "twelve bytes" },
        { "'thirteen byte'", "thirteen byte" },
        { "'naïve 日本 🛒'", "naïve 日本 🛒" },
        { "''::BLOB", Array.Empty<byte>() },
        { @"'\x00\xFF'::BLOB", new byte[] { 0, 255 } },
        { "repeat('ab', 20)::BLOB", Enumerable.Repeat("ab"u8.ToArray(), 20).SelectMany(pair => pair).ToArray() },
        { "'10110111011'::BIT", "10110111011" },
        { "'f81d4fae-7dec-11d0-a765-00a0c91e6bf6'::UUID", Guid.Parse("f81d4fae-7dec-11d0-a765-00a0c91e6bf6") },
        { "'00000000-0000-0000-0000-000000000001'::UUID", Guid.Parse("00000000-0000-0000-0000-000000000001") },
        { "'b'::ENUM ('a', 'b')", "b" },
        { "[1, NULL, 3]", new object?[] { 1, null, 3 } },
        { "[]::INTEGER[]", Array.Empty<object?>() },
        { "[['a'], NULL, []]", new object?[] { new object?[] { "a" }, null, Array.Empty<object?>() } },
        { "[1, 2]::INTEGER[2]", new object?[] { 1, 2 } },
        { "{'a': 1, 'b': {'c': 'x'}, 'd': NULL}", new Dictionary<string, object?> { ["a"] = 1, ["b"] = new Dictionary<string, object?> { ["c"] = "x" }, ["d"] = null } },
        { "MAP {'k': 1, 'l': NULL}", new Dictionary<object, object?> { ["k"] = 1, ["l"] = null } },
        { "union_value(a := 5)::UNION(a INTEGER, b VARCHAR)", 5 },
        { "'x'::UNION(a INTEGER, b VARCHAR)", "x" },
    };

    [Theory]
    [MemberData(nameof(Values), DisableDiscoveryEnumeration = true)]
    public void A_value_and_a_null_of_every_type_are_read(string sql, object expected)
    {
        // Three rows, so that nothing rests on a value being first or constant.
        var rows = Column($"SELECT v FROM (SELECT {sql} AS v, 0 AS i UNION ALL SELECT NULL, 1 UNION ALL SELECT {sql}, 2) ORDER BY i");
        Assert.Equal([expected, null, expected], rows);
        Assert.Equal(expected.GetType(), rows[0]!.GetType());
    }

    [Theory]
    [InlineData("TIMESTAMP '2026-01-01'", DateTimeKind.Unspecified)]
    [InlineData("'2026-01-01 00:00:00+00'::TIMESTAMPTZ", DateTimeKind.Utc)]
    public void Only_times_with_a_zone_are_utc(string sql, DateTimeKind kind) => Assert.Equal(kind, ((DateTime)Value($"SELECT {sql}")!).Kind);

    [Theory]
    [InlineData("DATE 'infinity'")]
    [InlineData("DATE '-infinity'")]
    [InlineData("DATE '10000-01-01'")]
    [InlineData("TIMESTAMP 'infinity'")]
    [InlineData("TIMESTAMP '-infinity'")]
    [InlineData("TIMESTAMP '0044-03-15 (BC) 00:00:00'")]
    [InlineData("'12345678901234567890123456789012345678'::DECIMAL(38,0)")]
    [InlineData("TIME '24:00:00'")]
    public void Values_beyond_the_net_type_are_refused(string sql) => Assert.Throws<OverflowException>(() => Value($"SELECT {sql}"));

    [Theory]
    [InlineData(256, "v255")]
    [InlineData(257, "v256")]
    [InlineData(65537, "v65536")]
    public void Enums_of_every_size_are_read(int size, string last)
    {
        Execute($"CREATE TYPE e AS ENUM (SELECT 'v' || range FROM range({size}))");
        Assert.Equal(last, Value($"SELECT '{last}'::e"));
        Assert.Equal(last, Connection.Query($"SELECT '{last}'::e", Token).Chunks().First().GetString(0, 0));
    }

    [Fact]
    public void Spans_show_values_as_stored()
    {
        using var result = Connection.Query(
            """
            SELECT true, 1::TINYINT, 2::SMALLINT, 3::INTEGER, 4::BIGINT, 5::UTINYINT, 6::USMALLINT, 7::UINTEGER, 8::UBIGINT,
                '-9'::HUGEINT, '10'::UHUGEINT, 1.5::FLOAT, 2.5::DOUBLE, DATE '1970-01-02', TIMESTAMP '1970-01-01 00:00:01',
                1.25::DECIMAL(4,2), 1.25::DECIMAL(9,2), 1.25::DECIMAL(18,2), -1.25::DECIMAL(38,2), 'b'::ENUM ('a', 'b'), INTERVAL 2 DAY
            """, Token);
        Assert.True(result.TryRead(out var chunk));
        Assert.True(chunk.Column<bool>(0)[0]);
        Assert.Equal(1, chunk.Column<sbyte>(1)[0]);
        Assert.Equal(2, chunk.Column<short>(2)[0]);
        Assert.Equal(3, chunk.Column<int>(3)[0]);
        Assert.Equal(4, chunk.Column<long>(4)[0]);
        Assert.Equal(5, chunk.Column<byte>(5)[0]);
        Assert.Equal(6, chunk.Column<ushort>(6)[0]);
        Assert.Equal(7u, chunk.Column<uint>(7)[0]);
        Assert.Equal(8ul, chunk.Column<ulong>(8)[0]);
        Assert.Equal(-9, chunk.Column<Int128>(9)[0]);
        Assert.Equal(10u, chunk.Column<UInt128>(10)[0]);
        Assert.Equal(1.5f, chunk.Column<float>(11)[0]);
        Assert.Equal(2.5, chunk.Column<double>(12)[0]);
        Assert.Equal(1, chunk.Column<int>(13)[0]);
        Assert.Equal(1_000_000, chunk.Column<long>(14)[0]);
        Assert.Equal(125, chunk.Column<short>(15)[0]);
        Assert.Equal(125, chunk.Column<int>(16)[0]);
        Assert.Equal(125, chunk.Column<long>(17)[0]);
        Assert.Equal(-125, chunk.Column<Int128>(18)[0]);
        Assert.Equal(1, chunk.Column<byte>(19)[0]);
        Assert.Equal(new DuckDbInterval(0, 2, 0), chunk.Column<DuckDbInterval>(20)[0]);
        Assert.Equal((38, 2), (result.Columns[18].Width, result.Columns[18].Scale));
    }

    [Fact]
    public void A_span_of_another_type_is_refused_with_advice()
    {
        using var result = Connection.Query("SELECT 1::INTEGER, 'x', 1.5::DECIMAL(9,1), [1]", Token);
        Assert.True(result.TryRead(out var chunk));
        Assert.Contains("Column 0 is of type Integer", Assert.Throws<InvalidCastException>(() => chunk.Column<long>(0).Length).Message, StringComparison.Ordinal);
        Assert.Throws<InvalidCastException>(() => chunk.Column<uint>(0).Length);
        Assert.Throws<InvalidCastException>(() => chunk.Column<float>(0).Length);
        Assert.Contains("GetString", Assert.Throws<InvalidCastException>(() => chunk.Column<Int128>(1).Length).Message, StringComparison.Ordinal);
        Assert.Contains("4 bytes", Assert.Throws<InvalidCastException>(() => chunk.Column<short>(2).Length).Message, StringComparison.Ordinal);
        Assert.Contains("GetValue", Assert.Throws<InvalidCastException>(() => chunk.Column<int>(3).Length).Message, StringComparison.Ordinal);
        Assert.Throws<InvalidCastException>(() => chunk.GetString(0, 0));
        Assert.Throws<IndexOutOfRangeException>(() => chunk.GetValue(4, 0));
        Assert.Throws<ArgumentOutOfRangeException>(() => chunk.GetValue(0, 1));
    }

    [Fact]
    public void Rows_written_one_by_one_are_read_back()
    {
        Execute(
            """
            CREATE TABLE t (a BOOLEAN, b TINYINT, c SMALLINT, d INTEGER, e BIGINT, f UTINYINT, g USMALLINT, h UINTEGER, i UBIGINT,
                j HUGEINT, k UHUGEINT, l FLOAT, m DOUBLE, n DECIMAL(4,2), o DECIMAL(9,2), p DECIMAL(18,2), q DECIMAL(38,2), r DATE,
                s TIME, u TIMESTAMP, v TIMESTAMPTZ, w INTERVAL, x VARCHAR, y BLOB, z UUID, aa ENUM ('a', 'b'),
                ab TIMESTAMP_S, ac TIMESTAMP_MS, ad TIMESTAMP_NS)
            """);
        object?[] row =
        [
            true, sbyte.MinValue, short.MinValue, int.MinValue, long.MinValue, byte.MaxValue, ushort.MaxValue, uint.MaxValue, ulong.MaxValue,
            (BigInteger)Int128.MinValue, (BigInteger)UInt128.MaxValue, 1.5f, double.Epsilon, -99.99m, 1234567.89m, -1m, 79228162514264337593543950m,
            DateOnly.MinValue, new TimeOnly(1, 2, 3), new DateTime(1960, 1, 1, 1, 1, 1, 1, 1), new DateTime(2026, 1, 1, 0, 0, 0, DateTimeKind.Utc),
            new DuckDbInterval(-1, 2, -3), "日本 long enough not to be inlined", new byte[] { 1, 0 }, Guid.Parse("f81d4fae-7dec-11d0-a765-00a0c91e6bf6"), "b",
            new DateTime(1960, 1, 1, 1, 1, 1), new DateTime(1960, 1, 1, 1, 1, 1, 1), new DateTime(1960, 1, 1, 1, 1, 1, 1).AddTicks(1),
        ];
        using (var appender = Connection.Append("main", "t"))
        {
            appender.AppendRow(row);
            appender.AppendRow(new object?[row.Length]);
            appender.Complete();
        }
        using var result = Connection.Query("SELECT * FROM t", Token);
        Assert.True(result.TryRead(out var chunk));
        for (var column = 0; column < row.Length; column++)
        {
            Assert.Equal(row[column], chunk.GetValue(column, 0));
            Assert.Null(chunk.GetValue(column, 1));
            Assert.True(chunk.IsNull(column, 1));
            Assert.True(chunk.HasNulls(column));
        }
    }
}
