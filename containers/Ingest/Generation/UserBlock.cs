using System.Globalization;

namespace Recommender.Ingest.Generation;

/// <summary>A run of users whose lines are made together and written in one go.</summary>
internal sealed class UserBlock(Catalogue catalogue) : IDisposable
{
    private readonly ShoppingTrip _trip = new(catalogue);
    private readonly List<(int Product, bool Reordered)> _lines = [];

    internal CsvBlock Orders { get; } = new();

    internal CsvBlock Prior { get; } = new();

    internal CsvBlock Train { get; } = new();

    internal Tally Tally { get; private set; } = new();

    internal int Users { get; private set; }

    /// <summary>Writes users <paramref name="first"/>..first + count - 1; their first order is at position <paramref name="order"/>.</summary>
    internal void Generate(long seed, int first, int count, long order, OrderIds ids, CancellationToken cancellation)
    {
        Orders.Clear();
        Prior.Clear();
        Train.Clear();
        Tally = new Tally();
        Users = count;
        for (var user = first; user < first + count; user++)
        {
            cancellation.ThrowIfCancellationRequested();
            var random = SplitMix64.ForStream(seed, (ulong)user);
            var shopper = Shopper.Create(catalogue, ref random);
            WriteUser(user, in shopper, order, ids, ref random);
            order += shopper.Orders;
        }
    }

    private void WriteUser(int user, in Shopper shopper, long order, OrderIds ids, ref SplitMix64 random)
    {
        _trip.Clear();
        Tally.OrdersPerUser[shopper.Orders]++;
        Tally.TrainUsers += shopper.LastIsTrain ? 1 : 0;
        var userId = user.ToString(CultureInfo.InvariantCulture);
        var gaps = Calendar.GapsWithMean(shopper.MeanGap);
        var (day, hour) = (0, 0);
        for (var number = 1; number <= shopper.Orders; number++)
        {
            var id = ids[order + number - 1].ToString(CultureInfo.InvariantCulture);
            var gap = number == 1 ? -1 : Calendar.DrawGap(gaps, day, shopper.UsualDay, ref random);
            day = gap is < 0 or Calendar.LongestGap ? Calendar.DrawDay(ref random) : (day + gap) % 7;
            var drawn = Calendar.DrawHour(shopper.UsualHour, ref random);
            hour = gap == 0 ? Math.Max(hour, drawn) : drawn;
            var last = number == shopper.Orders;
            AddOrder(id, userId, last ? shopper.LastIsTrain ? "train" : "test" : "prior", number, day, hour, gap);
            if (!last || shopper.LastIsTrain)
            {
                _trip.Fill(in shopper, number, _lines, ref random);
                AddLines(id, last);
            }
        }
    }

    private void AddOrder(string id, string user, string set, int number, int day, int hour, int gap)
    {
        Tally.Days[day]++;
        Tally.Hours[hour]++;
        Orders.Add(id);
        Orders.Add(user);
        Orders.Add(set);
        Orders.Add(Numerals.Of(number));
        Orders.Add(Numerals.Of(day));
        Orders.Add(Numerals.Hour(hour));
        if (gap >= 0)
        {
            Tally.Gaps[gap]++;
        }

        Orders.Add(gap >= 0 ? Numerals.Gap(gap) : "");
        Orders.EndLine();
    }

    private void AddLines(string id, bool train)
    {
        var file = train ? Train : Prior;
        var reordered = 0;
        for (var i = 0; i < _lines.Count; i++)
        {
            file.Add(id);
            file.Add(Numerals.Of(_lines[i].Product));
            file.Add(Numerals.Of(i + 1));
            file.Add(_lines[i].Reordered ? "1" : "0");
            file.EndLine();
            reordered += _lines[i].Reordered ? 1 : 0;
        }

        Tally.BasketSizes[_lines.Count]++;
        if (train)
        {
            Tally.TrainReordered += reordered;
        }
        else
        {
            Tally.PriorReordered += reordered;
        }
    }

    public void Dispose()
    {
        Orders.Dispose();
        Prior.Dispose();
        Train.Dispose();
    }
}
