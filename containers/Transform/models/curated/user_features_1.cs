using Recommender.Lake.Checks;
using Recommender.Lake.Tables;

namespace Recommender.Transform.Models.Curated;

/// <summary><c>curated.user_features_1</c>: when each user orders.</summary>
internal static class UserFeatures1
{
    public static TableName Name { get; } = new(Zone.Curated, "user_features_1");

    public static TableDeclaration Table { get; } = new()
    {
        Name = Name,
        Description = "One row is one user with prior lines: the user's prior orders and the days between them.",
        Columns =
        [
            new("user_id", ColumnType.BigInt, "The user."),
            new("user_orders", ColumnType.Integer, "The user's prior orders: the number of the last one."),
            new("user_period", ColumnType.Double, "Days from the first to the last prior order (the sum of days_since_prior_order); NULL where only the first order is known.", Nullable: true),
            new("user_mean_days_since_prior", ColumnType.Double, "Mean days between prior orders; NULL where only the first order is known.", Nullable: true),
        ],
        Grain = ["user_id"],
        Checks =
        [
            new RangeCheck("user_orders", 1, null),
            new RangeCheck("user_period", 0, null),
            new RangeCheck("user_mean_days_since_prior", 0, 30),
            new NoRowsCheck(
                "the mean is not above the sum",
                "select * from {table} where user_mean_days_since_prior > user_period"),
            new NoRowsCheck(
                "it has the users of user_features_2",
                "select one.user_id as here, two.user_id as there from {table} as one full join curated.user_features_2 as two on two.user_id = one.user_id"
                + " where one.user_id is null or two.user_id is null",
                UserFeatures2.Name),
            new NoRowsCheck(
                "no product was last ordered after the user's last order",
                "select pairs.* from curated.up_features as pairs join {table} as users on users.user_id = pairs.user_id"
                + " where pairs.up_last_order > users.user_orders",
                UpFeatures.Name),
        ],
    };
}
