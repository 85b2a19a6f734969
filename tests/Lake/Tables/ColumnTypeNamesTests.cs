using Recommender.Lake.Tables;

namespace Recommender.Lake.Tests.Tables;

public sealed class ColumnTypeNamesTests
{
    [Theory]
    [InlineData(ColumnType.BigInt, "bigint", "bigint")]
    [InlineData(ColumnType.Integer, "integer", "int")]
    [InlineData(ColumnType.Double, "double", "double")]
    [InlineData(ColumnType.Boolean, "boolean", "boolean")]
    [InlineData(ColumnType.Varchar, "varchar", "string")]
    [InlineData(ColumnType.Date, "date", "date")]
    [InlineData(ColumnType.Timestamp, "timestamp", "timestamp")]
    public void SQL_and_Glue_write_a_type_each_in_its_own_way(ColumnType type, string sql, string glue) =>
        Assert.Equal((sql, glue), (type.SqlName(), type.GlueName()));

    [Fact]
    public void What_is_no_type_has_no_name() => Assert.Throws<ArgumentOutOfRangeException>(() => ((ColumnType)99).GlueName());

    [Fact]
    public void Every_type_is_named() => Assert.All(Enum.GetValues<ColumnType>(), type => Assert.NotEmpty(type.GlueName()));
}
