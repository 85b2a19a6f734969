using System.Globalization;
using CsvHelper;
using CsvHelper.Configuration;

namespace Recommender.Ingest.Tests.Generation;

internal sealed record GroceryOrder(
    int Id, int User, string Set, int Number, int Day, int Hour, int? Gap, List<GroceryLine> Lines);

internal readonly record struct GroceryLine(int Product, int Position, bool Reordered);

/// <summary>The order files of a folder, read field by field with no reliance on the code under test.</summary>
internal sealed class GroceryData
{
    private readonly Dictionary<int, GroceryOrder> _byId = [];

    internal GroceryData(string folder)
    {
        foreach (var row in Rows(folder, "orders.csv"))
        {
            var order = new GroceryOrder(Number(row[0]), Number(row[1]), row[2], Number(row[3]), Number(row[4]), Number(row[5]),
                row[6].Length == 0 ? null : (int)double.Parse(row[6], CultureInfo.InvariantCulture), []);
            _byId.Add(order.Id, order);
            Orders.Add(order);
        }

        ReadLines(folder, "order_products__prior.csv", "prior");
        ReadLines(folder, "order_products__train.csv", "train");
    }

    /// <summary>In file order.</summary>
    internal List<GroceryOrder> Orders { get; } = [];

    internal IEnumerable<GroceryOrder> Prior => Orders.Where(order => order.Set == "prior");

    internal IEnumerable<IGrouping<int, GroceryOrder>> Users => Orders.GroupBy(order => order.User);

    internal static IEnumerable<string[]> Rows(string folder, string file)
    {
        var configuration = new CsvConfiguration(CultureInfo.InvariantCulture);
        using var reader = new StreamReader(Path.Combine(folder, file));
        using var parser = new CsvParser(reader, configuration);
        parser.Read();
        while (parser.Read())
        {
            yield return parser.Record!;
        }
    }

    private void ReadLines(string folder, string file, string set)
    {
        foreach (var row in Rows(folder, file))
        {
            var order = _byId[Number(row[0])];
            Assert.Equal(set, order.Set);
            order.Lines.Add(new GroceryLine(Number(row[1]), Number(row[2]), row[3] == "1"));
        }
    }

    private static int Number(string text) => int.Parse(text, CultureInfo.InvariantCulture);
}
