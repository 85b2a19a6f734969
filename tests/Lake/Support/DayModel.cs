using Recommender.Lake.Building;
using Recommender.Lake.Checks;
using Recommender.Lake.Models;
using Recommender.Lake.Tables;

namespace Recommender.Lake.Tests.Support;

/// <summary>The model <c>curated.sales_by_day</c> (day, sales, amount) over <see cref="DayStep"/>'s table.</summary>
internal static class DayModel
{
    public const string Sql = """
        select day, count(*) as sales, sum(amount) as amount
        from raw.sales
        where @in_days(day)
        group by day
        """;

    public static ModelStep Step(string sql = Sql, params Check[] checks) => new(new SqlModel(
        new TableDeclaration
        {
            Name = new TableName(Zone.Curated, "sales_by_day"),
            Description = "A day's sales.",
            Columns =
            [
                new("day", ColumnType.Date, "The day."),
                new("sales", ColumnType.BigInt, "Sales."),
                new("amount", ColumnType.BigInt, "Their sum in cents.", Nullable: true),
            ],
            Grain = ["day"],
            Checks = checks,
            DayPartition = "day",
        },
        sql));
}
