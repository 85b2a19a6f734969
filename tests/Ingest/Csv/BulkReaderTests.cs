using System.Text;
using Recommender.Ingest.Csv;
using Recommender.Ingest.Tests.Support;
using Recommender.Lake.Engine;
using Recommender.Lake.Tables;

namespace Recommender.Ingest.Tests.Csv;

/// <summary>Every value and every line number of large files with faults at random places, against the slow reader.</summary>
public sealed class BulkReaderTests
{
    private const int Seed = 11;

    // The first six are refused by the parallel reader itself, the rest have to be found by the survey.
    private static readonly string[] BadLines =
    [
        "1,2,3", "1,2,3,4,5", "99999999999999999999,1,1,1", "1,1,2147483648,0", "7", ",,,,",
        "1.5,1,1,1", "0x10,1,1,1", "1_000,1,1,1", " 2,1,1,1", "+5,1,1,1", "--5,1,1,1", "5-3,1,1,1", "-,1,1,1", "a,b,c,d", "1,1,1,1 ", "1,1,nan,1", "1e3,1,1,1", "\u00E9,1,1,1", "1,1,1,\0",
    ];

    /// <summary>DuckDB reads a file in buffers of 32 MB: a line number can go wrong where one ends.</summary>
    [Theory]
    [Trait("Category", "Long")]
    [InlineData("\n", 40, 400_000)]
    [InlineData("\n", 70, 2000)]
    [InlineData("\r\n", 40, 100)]
    public void Large_files_come_out_row_by_row(string end, int megabytes, int oneBadIn) => Whole_number_files_come_out_row_by_row(end, megabytes, oneBadIn);

    [Theory]
    [InlineData("\n", 1, 5)]
    [InlineData("\r\n", 1, 5)]
    [InlineData("\n", 2, 1000)]
    public void Whole_number_files_come_out_row_by_row(string end, int megabytes, int oneBadIn)
    {
        AssertSame("order_products__prior", Generate("order_id,product_id,add_to_cart_order,reordered", end, megabytes, oneBadIn, BadLines, random =>
            $"{random.Next(3_500_000)},{(random.Next(50) == 0 ? "" : random.Next(50_000))},{random.Next(1, 80)},{random.Next(2)}"));
    }

    [Theory]
    [InlineData("\n", 1, 50)]
    [InlineData("\r\n", 1, 5000)]
    public void Files_with_text_and_decimals_come_out_row_by_row(string end, int megabytes, int oneBadIn)
    {
        string[] bad = ["1,1,prior,1,1", "x,1,prior,1,1,1,1", "1,1,prior,1,1,1,nan", "1,1,prior,1,1,1,inf", "1,1,prior,1,1,1,7,0", "1,1,prior,1,1,1.5,7", "1,1,\u00E9\u0001,1,1,1,1e5", "1,1, prior,1,1,1,.5", "1,1,a\0b,1,1,1,5."];
        AssertSame("orders", Generate("order_id,user_id,eval_set,order_number,order_dow,order_hour_of_day,days_since_prior_order", end, megabytes, oneBadIn, bad, random =>
            $"{random.Next(3_500_000)},{random.Next(50_000)},{(random.Next(9) == 0 ? "" : "prior")},{random.Next(1, 80)},{random.Next(7)},{random.Next(24)},{(random.Next(3) == 0 ? $"{random.NextDouble() * 30:R}" : random.Next(2) == 0 ? "" : $"{random.Next(31)}.0")}"));
    }

    [Theory]
    [InlineData((2 << 20) + 9, '7')]
    [InlineData(10 << 20, 'x')]
    [InlineData(10 << 20, '\0')]
    [InlineData(10 << 20, ',')]
    public void A_huge_line_takes_no_other_line_with_it(int length, char of)
    {
        var bytes = Generate("order_id,product_id,add_to_cart_order,reordered", "\n", 0, 1000, BadLines, random => $"{random.Next(1000)},1,1,1");
        var half = Array.IndexOf(bytes, (byte)'\n', bytes.Length / 2) + 1;
        AssertSame("order_products__prior", [.. bytes[..half], .. Enumerable.Repeat((byte)of, length), (byte)'\n', .. bytes[half..]], mayFallBack: true);
    }

    [Theory]
    [InlineData("1,1,1,1\r2,2,2,2\n")]
    [InlineData("1,1,1,1\r\n")]
    [InlineData("1,1,1,1\r")]
    [InlineData("\r1,1,1,1\n \n")]
    [InlineData("1,1,1,1")]
    [InlineData("\0\n\0\0\n1,\0,1,1\n")]
    [InlineData("\"1,1,1,1\n2,2,2,2\n")]
    [InlineData("\n\r\n\n")]
    public void Strange_line_ends_shift_no_line_number(string text)
    {
        var bytes = Generate("order_id,product_id,add_to_cart_order,reordered", "\n", 0, 1000, BadLines, random => $"{random.Next(1000)},1,1,1");
        var half = Array.IndexOf(bytes, (byte)'\n', bytes.Length / 2) + 1;
        var odd = Encoding.ASCII.GetBytes(text);
        AssertSame("order_products__prior", [.. bytes[..half], .. odd, .. bytes[half..]], mayFallBack: true);
        AssertSame("order_products__prior", [.. bytes, .. odd], mayFallBack: true);
    }

    private static byte[] Generate(string header, string end, int megabytes, int oneBadIn, string[] bad, Func<Random, string> good)
    {
        var random = new Random(Seed + oneBadIn);
        var text = new StringBuilder(header).Append(end);
        while (text.Length < Math.Max(megabytes << 20, 100_000))
        {
            text.Append(random.Next(oneBadIn) > 0 ? good(random) : random.Next(4) == 0 ? "" : bad[random.Next(bad.Length)]).Append(end);
        }

        // In Latin-1, é is no UTF-8.
        return Encoding.Latin1.GetBytes(text.ToString());
    }

    private static void AssertSame(string stem, byte[] bytes, bool mayFallBack = false)
    {
        using var delivery = new Delivery();
        delivery.Replace(stem, bytes);
        using var lake = new LakeRun(delivery.Lake);
        var columns = Ingest.Grocery.GroceryFeed.Files.Single(file => file.Stem == stem).Columns;

        Assert.True(mayFallBack || IsReadInBulk(delivery.File(stem), columns), "the parallel reader did not read it");

        lake.Load(delivery.Folder, stem);

        var (rows, refused) = SlowReader.Read(bytes, columns);
        Assert.True(rows.SequenceEqual(lake.Rows($"select {string.Join(", ", columns.Select(column => column.Name))}, source_line from raw.{stem} order by source_line")), "rows differ");
        Assert.Equal(refused, lake.Rows($"select source_line from raw.{stem}__quarantine order by 1").Select(line => long.Parse(line, System.Globalization.CultureInfo.InvariantCulture)));
    }

    private static bool IsReadInBulk(string file, IReadOnlyList<Column> columns)
    {
        var source = new CsvSource(file);
        var survey = LineSurveyor.Survey(source, columns, null, CancellationToken.None);
        using var engine = new DuckDbEngine(new EngineOptions());
        using var connection = engine.Connect();
        return BulkReader.Suits(survey) && new BulkReader(source, columns, survey, connection).Read(out _, CancellationToken.None) is not null;
    }
}
