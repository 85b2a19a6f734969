namespace Recommender.Benchmarks.Trees;

/// <summary>
/// Rows in the shape of next-basket features: fifty candidates a user, a third of the columns counts of few values, a third mostly
/// or partly unknown, the rest continuous; some columns are the user's and repeat over his rows. About one label in eight is 1.
/// </summary>
internal static class GeneratedRows
{
    private const int RowsPerUser = 50;

    /// <summary>Generates rows; row r is the same whatever the number of rows.</summary>
    public static RowTable Generate(int rows, int features)
    {
        var table = new RowTable(rows, features, new float[(long)rows * features], new float[rows]);
        Parallel.For(0, (rows + RowsPerUser - 1) / RowsPerUser, user => Fill(table, user));
        return table;
    }

    private static void Fill(RowTable table, int user)
    {
        var random = new Random(1_000_003 + user);
        var orders = 3 + (int)(-Math.Log(1 - random.NextDouble()) * 12);
        var size = 1 + (int)(-Math.Log(1 - random.NextDouble()) * 9);
        var first = user * RowsPerUser;
        for (var row = first; row < Math.Min(table.Rows, first + RowsPerUser); row++)
        {
            var at = table.Values.AsSpan(row * table.Features, table.Features);
            var taste = random.NextDouble() * random.NextDouble();
            var bought = 0;
            for (var order = 0; order < Math.Min(orders, 100); order++)
            {
                bought += random.NextDouble() < taste ? 1 : 0;
            }

            var since = bought == 0 ? float.NaN : (float)Math.Floor(-Math.Log(1 - random.NextDouble()) * orders / bought);
            var fit = random.NextSingle();
            for (var feature = 0; feature < at.Length; feature++)
            {
                at[feature] = Value(feature, random, orders, size, bought, since, fit);
            }

            var margin = -3.2 + (4 * Math.Sqrt((double)bought / orders)) - (float.IsNaN(since) ? 0.7 : Math.Min(3, 0.25 * since)) + (0.08 * size)
                + (fit > 0.6 && bought > 1 ? 0.8 : 0) + (at[7] * at[9] > 4 ? 0.4 : 0) + (float.IsNaN(at[16]) ? 0 : at[16] - 0.5);
            table.Labels[row] = random.NextDouble() < 1 / (1 + Math.Exp(-margin)) ? 1 : 0;
        }
    }

    private static float Value(int feature, Random random, int orders, int size, int bought, float since, float fit) => feature switch
    {
        0 => orders,
        1 => size,
        2 => bought,
        3 => since,
        4 => (float)bought / orders,
        5 => float.IsNaN(since) ? float.NaN : since / orders,
        6 => fit + (random.NextSingle() * 0.2f),
        _ => (feature % 10) switch
        {
            // Counts of few values.
            7 or 8 => random.Next(2 + (feature % 7)),
            9 => Math.Min(20, (int)(-Math.Log(1 - random.NextDouble()) * 3)),
            // A count that follows the pair.
            0 => Math.Min(bought, 1 + random.Next(1 + (feature / 4))),
            // Unknown for most pairs, and for half of them.
            1 => random.NextSingle() < 0.9f ? float.NaN : random.Next(30),
            2 => bought < 2 ? float.NaN : (float)orders / bought * (0.7f + (random.NextSingle() * 0.6f)),
            6 => random.NextSingle() < 0.5f ? float.NaN : random.NextSingle(),
            // Continuous: rates, decayed counts, times.
            3 => bought * random.NextSingle() / (1 + (feature / 10)),
            4 => random.NextSingle(),
            _ => (float)(-Math.Log(1 - random.NextDouble()) * size),
        },
    };
}
