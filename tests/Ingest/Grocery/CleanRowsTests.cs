using Recommender.Ingest.Tests.Support;

namespace Recommender.Ingest.Tests.Grocery;

/// <summary>Rows that can be read but are wrong: each in the clean table's quarantine, and no row lost from file to clean table.</summary>
public sealed class CleanRowsTests
{
    [Theory]
    [InlineData("6,1,prior,4,9,1,1", "order_dow 9 is outside 0 to 6")]
    [InlineData("6,1,prior,4,-1,1,1", "order_dow -1 is outside 0 to 6")]
    [InlineData("6,1,prior,4,1,24,1", "order_hour_of_day 24 is outside 0 to 23")]
    [InlineData("-6,1,prior,4,1,1,1", "order_id -6 is below 1")]
    [InlineData("6,-1,prior,4,1,1,1", "user_id -1 is below 1")]
    [InlineData("6,1,PRIOR,4,1,1,1", "eval_set PRIOR is none of prior, train, test")]
    [InlineData("6,1,prior,0,1,1,1", "order_number 0 is below 1")]
    [InlineData("6,1,prior,4,1,1,31.5", "days_since_prior_order 31.5 is outside 0 to 30")]
    [InlineData(",1,prior,4,1,1,1", "missing order_id")]
    [InlineData("5,1,prior,4,1,1,1", "duplicate key (order_id 5); first seen on line 6")]
    [InlineData("6,2,prior,2,1,1,1", "duplicate key (user_id 2, order_number 2); first seen on line 6")]
    [InlineData("6,3,train,1,1,1,", "unknown user 3: no prior orders")]
    public void An_order(string line, string reason) => AssertRefused("orders", "orders", 7, line, reason);

    [Theory]
    [InlineData("1,3,0,0", "add_to_cart_order 0 is below 1")]
    [InlineData("1,3,3,2", "reordered 2 is outside 0 to 1")]
    [InlineData("1,3,,0", "missing add_to_cart_order")]
    [InlineData("-1,3,3,0", "unknown order -1")]
    [InlineData("99,3,3,0", "unknown order 99")]
    [InlineData("1,99,3,0", "unknown product 99")]
    [InlineData("3,2,3,0", "order 3 is a train order, not a prior order")]
    [InlineData("1,2,3,0", "duplicate key (order_id 1, product_id 2); first seen on line 3")]
    public void A_line_of_an_order(string line, string reason) => AssertRefused("order_products__prior", "order_lines", 6, line, reason);

    [Theory]
    [InlineData("-4,Egg,1,1", "product_id -4 is below 1")]
    [InlineData("4,,1,1", "missing product_name")]
    [InlineData("4,Egg,9,1", "unknown aisle 9")]
    [InlineData("4,Egg,1,9", "unknown department 9")]
    [InlineData("1,Egg,1,1", "duplicate key (product_id 1); first seen on line 2")]
    public void A_product(string line, string reason) => AssertRefused("products", "products", 5, line, reason);

    [Fact]
    public void A_sound_delivery_is_kept_whole()
    {
        using var delivery = new Delivery();
        using var lake = new LakeRun(delivery.Lake);

        lake.Load(delivery.Folder);

        lake.AssertNothingLost(delivery.Folder);
        Assert.All(lake.Tables, table => Assert.Equal(0, lake.Current(table.Name.ToString()).Quarantined));
        Assert.Equal(["1|1|1|prior|1|0", "1|2|1|prior|2|0", "2|1|1|prior|1|1", "3|1|1|train|1|1", "3|3|1|train|2|0", "4|3|2|prior|1|0"],
            lake.Rows("select order_id, product_id, user_id, eval_set, add_to_cart_order, reordered from clean.order_lines order by 1, 2"));
    }

    [Fact]
    public void Bad_rows_of_all_kinds_at_once_add_up()
    {
        using var delivery = new Delivery();
        delivery.Append("aisles", "x,y\n\n1,again\n");
        delivery.Append("products", "4,\"no end,1,1\n5,Egg,9,1\n");
        delivery.Append("orders", [.. "6,1,prior,9,1,1,nan\n7,9,prior,1,9,1,\n"u8, 0xFF, (byte)'\n']);
        delivery.Append("order_products__prior", "1,2,3\n1.5,1,1,1\n7,1,1,1\n1,5,9,1\n1,1,1,0\n4,1,2,0\n4,2");
        using var lake = new LakeRun(delivery.Lake);

        lake.Load(delivery.Folder);

        lake.AssertNothingLost(delivery.Folder);
        Assert.Equal(["6|wrong column count: 3 instead of 4|1,2,3", "7|order_id: '1.5' is not a whole number|1.5,1,1,1", "12|wrong column count: 2 instead of 4|4,2"], lake.Refused("raw.order_products__prior"));
        Assert.Equal(["8|unknown order 7|7,1,1,1", "9|unknown product 5|1,5,9,1", "10|duplicate key (order_id 1, product_id 1); first seen on line 2|1,1,1,0"], lake.Refused("clean.order_lines"));
        Assert.Equal(7, lake.Current("clean.order_lines").Rows);
    }

    private static void AssertRefused(string stem, string table, int number, string line, string reason)
    {
        using var delivery = new Delivery();
        delivery.Append(stem, line + "\n");
        using var lake = new LakeRun(delivery.Lake);

        lake.Load(delivery.Folder);

        var refused = Assert.Single(lake.Refused($"clean.{table}"));
        Assert.StartsWith($"{number}|{reason}|", refused, StringComparison.Ordinal);
        lake.AssertNothingLost(delivery.Folder);
    }
}
