using System.Globalization;

namespace Recommender.Tests;

/// <summary>
/// A small, valid delivery of the grocery feed: six CSV files in the Instacart layout. Every user has four prior orders of
/// three products and a last one: users with an odd id in the train set (with lines), the others in the test set.
/// </summary>
public static class TinyDelivery
{
    /// <summary>Users where none are asked for: 20.</summary>
    public const int DefaultUsers = 20;

    /// <summary>Products in the catalogue: 12, ids from 1.</summary>
    public const int Products = 12;

    /// <summary>Prior orders of each user: 4.</summary>
    public const int PriorOrders = 4;

    /// <summary>Products in each order: 3.</summary>
    public const int BasketSize = 3;

    /// <summary>The files without ".csv".</summary>
    public static IReadOnlyList<string> Stems { get; } = ["aisles", "departments", "products", "orders", "order_products__prior", "order_products__train"];

    /// <summary>Writes the six files; those that are there are replaced.</summary>
    /// <param name="folder">Where to; made if need be.</param>
    /// <param name="users">How many users, with ids from 1.</param>
    /// <param name="extraLines">By file without ".csv", raw lines to add at its end, good or bad.</param>
    /// <returns>The folder.</returns>
    public static string Write(string folder, int users = DefaultUsers, IReadOnlyDictionary<string, string[]>? extraLines = null)
    {
        Directory.CreateDirectory(folder);
        var orders = new List<string>();
        var prior = new List<string>();
        var train = new List<string>();
        for (var user = 1; user <= users; user++)
        {
            AddUser(user, orders, prior, train);
        }

        var lines = new Dictionary<string, (string Header, IEnumerable<string> Rows)>
        {
            ["aisles"] = ("aisle_id,aisle", ["1,fruit", "2,milk", "3,bread"]),
            ["departments"] = ("department_id,department", ["1,produce", "2,bakery and dairy"]),
            ["products"] = ("product_id,product_name,aisle_id,department_id", Enumerable.Range(1, Products).Select(Product)),
            ["orders"] = ("order_id,user_id,eval_set,order_number,order_dow,order_hour_of_day,days_since_prior_order", orders),
            ["order_products__prior"] = ("order_id,product_id,add_to_cart_order,reordered", prior),
            ["order_products__train"] = ("order_id,product_id,add_to_cart_order,reordered", train),
        };
        foreach (var stem in Stems)
        {
            var extra = extraLines?.GetValueOrDefault(stem) ?? [];
            File.WriteAllLines(Path.Combine(folder, stem + ".csv"), [lines[stem].Header, .. lines[stem].Rows, .. extra]);
        }

        return folder;
    }

    private static string Product(int id) => Line(id, id == 2 ? "\"Milk, 1 l\"" : $"Product {id}", (id % 3) + 1, id % 3 == 0 ? 1 : 2);

    private static void AddUser(int user, List<string> orders, List<string> prior, List<string> train)
    {
        var bought = new HashSet<int>();
        for (var number = 1; number <= PriorOrders + 1; number++)
        {
            var order = (user * 10) + number;
            var set = number <= PriorOrders ? "prior" : user % 2 == 1 ? "train" : "test";
            orders.Add(Line(order, user, set, number, (user + number) % 7, (user * number) % 24, number == 1 ? "" : "7.0"));
            if (set == "test")
            {
                continue;
            }

            for (var place = 1; place <= BasketSize; place++)
            {
                // Two products of the user's own, the third a new one each time.
                var product = place < BasketSize ? ((user + place) % Products) + 1 : ((user + BasketSize + number) % Products) + 1;
                var reordered = bought.Add(product) ? 0 : 1;
                (set == "prior" ? prior : train).Add(Line(order, product, place, reordered));
            }
        }
    }

    private static string Line(params object[] values) => string.Join(',', values.Select(value => Convert.ToString(value, CultureInfo.InvariantCulture)));
}
