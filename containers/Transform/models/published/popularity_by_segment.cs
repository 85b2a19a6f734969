using Recommender.Lake.Checks;
using Recommender.Lake.Tables;

namespace Recommender.Transform.Models.Published;

/// <summary><c>published.popularity_by_segment</c>: the most bought products per segment.</summary>
internal static class PopularityBySegment
{
    public static TableName Name { get; } = new(Zone.Published, "popularity_by_segment");

    public static TableDeclaration Table { get; } = new()
    {
        Name = Name,
        Description = "One row is one of the up to 100 most bought products of one segment.",
        Columns =
        [
            new("segment", ColumnType.Varchar, "What the lines are divided by: all (not at all), department, day_of_week or hour_of_day."),
            new("segment_value", ColumnType.BigInt, "The department_id, the day 0 to 6 or the hour 0 to 23; 0 for all."),
            new("popularity_rank", ColumnType.Integer, "The product's rank in the segment, 1 to 100; ties go to the smaller product_id."),
            new("product_id", ColumnType.BigInt, "The product."),
            new("purchases", ColumnType.BigInt, "Prior lines of the product in the segment."),
            new("share", ColumnType.Double, "Those over all prior lines of the segment, above 0 up to 1."),
        ],
        Grain = ["segment", "segment_value", "popularity_rank"],
        Checks =
        [
            new ValuesCheck("segment", "all", "department", "day_of_week", "hour_of_day"),
            new RangeCheck("popularity_rank", 1, 100),
            new RangeCheck("purchases", 1, null),
            new RangeCheck("share", 0, 1),
            new UniqueCheck(["segment", "segment_value", "product_id"]),
            new NoRowsCheck(
                "ranks count up from 1 without a gap",
                "select segment, segment_value from {table} group by segment, segment_value having max(popularity_rank) <> count(*)"),
            new NoRowsCheck(
                "a better rank has no fewer purchases",
                "select worse.* from {table} as worse join {table} as better on better.segment = worse.segment"
                + " and better.segment_value = worse.segment_value and better.popularity_rank = worse.popularity_rank - 1"
                + " where better.purchases < worse.purchases or (better.purchases = worse.purchases and better.product_id > worse.product_id)"),
        ],
    };
}
