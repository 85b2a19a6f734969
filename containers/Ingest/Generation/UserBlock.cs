namespace Recommender.Ingest.Generation;

/// <summary>A run of users whose lines are made together and written in one go.</summary>
internal sealed class UserBlock(Catalogue catalogue)
{
    private readonly ShoppingTrip trip = new(catalogue);
    private readonly List<(int Product, bool Reordered)> lines = [];

    internal Utf8Lines Orders { get; } = new();

    internal Utf8Lines Prior { get; } = new();

    internal Utf8Lines Train { get; } = new();

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
        trip.Clear();
        Tally.OrdersPerUser[shopper.Orders]++;
        Tally.TrainUsers += shopper.LastIsTrain ? 1 : 0;
        var gaps = Calendar.GapsWithMean(shopper.MeanGap);
        var (day, hour) = (0, 0);
        for (var number = 1; number <= shopper.Orders; number++)
        {
            var id = ids[order + number - 1];
            var gap = number == 1 ? -1 : Calendar.DrawGap(gaps, day, shopper.UsualDay, ref random);
            day = gap is < 0 or Calendar.LongestGap ? Calendar.DrawDay(ref random) : (day + gap) % 7;
            var drawn = Calendar.DrawHour(shopper.UsualHour, ref random);
            hour = gap == 0 ? Math.Max(hour, drawn) : drawn;
            var last = number == shopper.Orders;
            AddOrder(id, user, last ? shopper.LastIsTrain ? "train"u8 : "test"u8 : "prior"u8, number, day, hour, gap);
            if (!last || shopper.LastIsTrain)
            {
                trip.Fill(in shopper, number, lines, ref random);
                AddLines(id, last);
            }
        }
    }

    private void AddOrder(long id, int user, ReadOnlySpan<byte> set, int number, int day, int hour, int gap)
    {
        Tally.Days[day]++;
        Tally.Hours[hour]++;
        Orders.Add(id);
        Orders.Comma();
        Orders.Add(user);
        Orders.Comma();
        Orders.Add(set);
        Orders.Comma();
        Orders.Add(number);
        Orders.Comma();
        Orders.Add(day);
        Orders.Comma();
        Orders.AddTwoDigits(hour);
        Orders.Comma();
        if (gap >= 0)
        {
            Tally.Gaps[gap]++;
            Orders.Add(gap);
            Orders.Add(".0"u8);
        }

        Orders.EndLine();
    }

    private void AddLines(long id, bool train)
    {
        var file = train ? Train : Prior;
        var reordered = 0;
        for (var i = 0; i < lines.Count; i++)
        {
            file.Add(id);
            file.Comma();
            file.Add(lines[i].Product);
            file.Comma();
            file.Add(i + 1);
            file.Add(lines[i].Reordered ? ",1"u8 : ",0"u8);
            file.EndLine();
            reordered += lines[i].Reordered ? 1 : 0;
        }

        Tally.BasketSizes[lines.Count]++;
        if (train)
        {
            Tally.TrainReordered += reordered;
        }
        else
        {
            Tally.PriorReordered += reordered;
        }
    }
}
