using Recommender.Ingest.Csv;
using Recommender.Lake.Errors;
using Recommender.Lake.Tables;

namespace Recommender.Ingest.Grocery;

/// <summary>The grocery feed: the six files of the Instacart Market Basket layout.</summary>
public static class GroceryFeed
{
    /// <summary>The files, in the order they are loaded.</summary>
    public static IReadOnlyList<FeedFile> Files { get; } =
    [
        new("aisles", "One aisle of the shop.", [Id("aisle"), Text("aisle", "The aisle's name.")], IsBulk: false),
        new("departments", "One department of the shop.", [Id("department"), Text("department", "The department's name.")], IsBulk: false),
        new("products", "One product of the catalogue.", [Id("product"), Text("product_name", "The product's name."), Id("aisle"), Id("department")], IsBulk: false),
        new("orders", "One order of a user.",
            [
                Id("order"),
                Id("user"),
                Text("eval_set", "prior, train or test: history, the last basket with lines, the last basket to predict."),
                Whole("order_number", "The order's place in the user's history; the first is 1."),
                Whole("order_dow", "Day of the week of the order, 0 to 6."),
                Whole("order_hour_of_day", "Hour of the day of the order, 0 to 23."),
                new("days_since_prior_order", ColumnType.Double, "Days since the user's order before, 30 meaning 30 or more; NULL for the first.", Nullable: true),
            ],
            IsBulk: true),
        Lines("order_products__prior", "One product in an order of a user's history."),
        Lines("order_products__train", "One product in a user's last order, where that is known."),
    ];

    /// <summary>Finds and checks the files of a delivery; nothing is written before all of them are sound as a whole.</summary>
    /// <param name="delivery">The delivery.</param>
    /// <returns>By file of the feed, where it lies.</returns>
    /// <exception cref="CallerException">A file is missing, empty or has another header; all faults are listed.</exception>
    public static IReadOnlyList<(FeedFile File, CsvSource Source)> Open(FeedDelivery delivery)
    {
        if (!Directory.Exists(delivery.Folder))
        {
            throw new CallerException($"{delivery.Origin}: no such folder; --source wants the folder with {string.Join(", ", Files.Select(file => file.Stem + ".csv"))}");
        }

        var faults = new List<string>();
        var found = new List<(FeedFile, CsvSource)>();
        foreach (var file in delivery.Files ?? Files)
        {
            if (file.Find(delivery, faults) is not { } source)
            {
                continue;
            }

            found.Add((file, source));
            if (HeaderCheck.Fault(source, file.Columns) is { } fault)
            {
                faults.Add(fault);
            }
        }

        return faults.Count == 0 ? found : throw new CallerException(string.Join(Environment.NewLine, faults));
    }

    private static FeedFile Lines(string stem, string description) => new(stem, description,
        [
            Id("order"),
            Id("product"),
            Whole("add_to_cart_order", "The line's place in the basket; the first is 1."),
            Whole("reordered", "1 where the user had bought the product before, else 0."),
        ],
        IsBulk: true);

    private static Column Id(string of) => new($"{of}_id", ColumnType.BigInt, $"The {of}.", Nullable: true);

    private static Column Text(string name, string description) => new(name, ColumnType.Varchar, description, Nullable: true);

    private static Column Whole(string name, string description) => new(name, ColumnType.Integer, description, Nullable: true);
}
