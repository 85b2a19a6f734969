using System.Globalization;
using Recommender.Ranking.Evaluation;
using Recommender.Ranking.Histories;
using Recommender.Ranking.Rankers;
using Recommender.Ranking.Steps;
using Recommender.Tests;

namespace Recommender.Ranking.Tests.Support;

/// <summary>
/// The till of shared/data/online-retail: invoices of known customers as baskets with date and hour. The last invoice of a customer with
/// at least three is the one to predict, and when it comes is not known.
/// </summary>
internal sealed class OnlineRetailSample
{
    private const int LeastInvoices = 3;

    private static readonly Lazy<OnlineRetailSample?> Loaded = new(() => SampleData.OnlineRetail is { } folder ? new OnlineRetailSample(folder) : null);

    private readonly BasketTimes _times;

    private OnlineRetailSample(string folder)
    {
        Invoice[][] customers =
        [
            .. Invoices(folder).GroupBy(invoice => invoice.Customer).Select(invoices => invoices.OrderBy(invoice => invoice.Time).ThenBy(invoice => invoice.Number).ToArray()),
        ];
        string[] codes = [.. customers.SelectMany(invoices => invoices.SelectMany(invoice => invoice.Codes)).Distinct().Order(StringComparer.Ordinal)];
        var shop = new Shop();
        foreach (var invoices in customers)
        {
            for (var number = 0; number < invoices.Length; number++)
            {
                shop.Order(invoices[0].Customer, number + 1, [.. invoices[number].Codes.Select(code => (long)Array.BinarySearch(codes, code, StringComparer.Ordinal))]);
            }
        }

        (Histories, Truth) = Truncation.WithoutLastBaskets(shop.Build(), LeastInvoices);
        _times = Times(Histories, customers);
    }

    public UserHistories Histories { get; }

    public TruthBaskets Truth { get; }

    /// <summary>The sample; skips the running test where the data is absent.</summary>
    public static OnlineRetailSample OrSkip()
    {
        Assert.SkipWhen(Loaded.Value is null, "shared/data/online-retail is not beside the project");
        return Loaded.Value!;
    }

    /// <summary>What rankers know, with statistics that count the next baskets of the users that a condition keeps.</summary>
    public ShopHistory Shop(Func<long, bool> isFit) => new(Histories, ProductSegments.FromColumns(Histories.Products, [], [], new Dictionary<long, string>()))
    {
        Times = _times,
        Statistics = ItemStatisticsReference.Count(Histories, Truth.Where(isFit)),
    };

    private static BasketTimes Times(UserHistories histories, Invoice[][] customers)
    {
        var times = new BasketTimes(histories.BasketCount, histories.Users.Count);
        foreach (var invoices in customers)
        {
            var (first, end) = histories.Baskets(histories.Users.IndexOf(invoices[0].Customer));
            for (var basket = first; basket < end; basket++)
            {
                var time = invoices[basket - first].Time;
                times.Basket(basket) = new OrderTime(
                    basket == first ? float.NaN : (float)(time.Date - invoices[basket - first - 1].Time.Date).TotalDays, (sbyte)time.DayOfWeek, (sbyte)time.Hour);
            }
        }

        return times;
    }

    /// <summary>Sales to known customers, without cancellations and without codes of what is no product (postage, bank charges).</summary>
    private static IEnumerable<Invoice> Invoices(string folder) =>
        from line in Directory.EnumerateFiles(folder, "*.csv").Order(StringComparer.Ordinal).SelectMany(TinyCsv.Read)
        where line[0][0] != 'C' && line[6].Length > 0 && Number(line[3]) > 0 && Number(line[5]) > 0 && char.IsAsciiDigit(line[1][0])
        group line by line[0] into lines
        select new Invoice(
            lines.Key, (long)Number(lines.First()[6]), DateTime.Parse(lines.First()[4], CultureInfo.InvariantCulture), [.. lines.Select(line => line[1]).Distinct()]);

    private static double Number(string text) => double.Parse(text, CultureInfo.InvariantCulture);

    private sealed record Invoice(string Number, long Customer, DateTime Time, string[] Codes);
}
