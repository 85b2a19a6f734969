using Recommender.Ingest.Csv;
using Recommender.Ingest.Grocery;
using Recommender.Ingest.Tests.Support;
using Recommender.Lake.Errors;

namespace Recommender.Ingest.Tests.Csv;

/// <summary>Whole files: where they lie, how they are packed, whether they come again, and what happens when they change.</summary>
public sealed class CsvStepTests
{
    [Theory]
    [InlineData("it's [here] {a,b} 50% é 안녕")]
    [InlineData("star*mark?\"quoted\"")]
    [InlineData(@"back\slash;semi")]
    public void The_folders_name_may_hold_anything(string name)
    {
        Assert.SkipWhen(OperatingSystem.IsWindows() && name.Contains('*'), "no such name on Windows");
        using var delivery = new Delivery(name);
        using var lake = new LakeRun(delivery.Lake);

        lake.Load(delivery.Folder);

        lake.AssertNothingLost(delivery.Folder);
        Assert.Equal(["6"], lake.Rows("select count(*) from clean.order_lines"));
    }

    [Fact]
    public void A_pattern_in_the_folders_name_reads_no_other_folders_file()
    {
        using var delivery = new Delivery("day[12]");
        var other = Directory.CreateDirectory(Path.Combine(delivery.Folder, "..", "day1"));
        foreach (var file in Directory.GetFiles(delivery.Folder))
        {
            File.WriteAllText(Path.Combine(other.FullName, Path.GetFileName(file)), File.ReadAllText(file).Replace('1', '8'));
        }

        using var lake = new LakeRun(delivery.Lake);
        lake.Load(delivery.Folder, "order_products__train");

        Assert.Equal(["3|1|1|1", "3|3|2|0"], lake.Rows("select order_id, product_id, add_to_cart_order, reordered from raw.order_products__train order by source_line"));
    }

    [Fact]
    public void Gzip_files_give_the_same_rows()
    {
        using var delivery = new Delivery();
        delivery.Append("order_products__prior", "x,1,1,1\n\n4,1,2,0\n");
        var bytes = File.ReadAllBytes(delivery.File("order_products__prior"));
        using var lake = new LakeRun(delivery.Lake);
        lake.Load(delivery.Folder, "order_products__prior", "orders");
        const string Lines = "select * exclude (source_file, batch_id, loaded_at) from raw.order_products__prior order by source_line";
        const string Orders = "select * exclude (source_file, batch_id, loaded_at) from raw.orders order by source_line";
        var (lines, orders) = (lake.Rows(Lines), lake.Rows(Orders));

        delivery.Zip("orders");
        delivery.Zip("order_products__prior", _ => [.. Delivery.Gzip(bytes.AsSpan(0, 70)), .. Delivery.Gzip(bytes.AsSpan(70))]);
        Assert.Equal(["raw.orders", "raw.order_products__prior"], lake.Load(delivery.Folder, "order_products__prior", "orders"));

        Assert.Equal(lines, lake.Rows(Lines));
        Assert.Equal(orders, lake.Rows(Orders));
        Assert.Equal(["6|order_id: 'x' is not a whole number|x,1,1,1"], lake.Refused("raw.order_products__prior"));
        Assert.Equal(["order_products__prior.csv.gz"], lake.Rows("select distinct source_file from raw.order_products__prior"));
    }

    [Fact]
    public void The_same_bytes_again_add_nothing_from_any_folder_at_any_time()
    {
        using var delivery = new Delivery();
        using var copy = new Delivery("copy");
        using var lake = new LakeRun(delivery.Lake);
        Assert.Equal(11, lake.Load(delivery.Folder).Count);
        File.SetLastWriteTimeUtc(copy.File("orders"), new DateTime(2020, 1, 1, 0, 0, 0, DateTimeKind.Utc));

        Assert.Empty(lake.Load(copy.Folder));

        // Packed, the bytes are others: the table is built anew, and holds the same rows once.
        copy.Zip("order_products__train");
        Assert.Equal(["raw.order_products__train", "clean.order_lines"], lake.Load(copy.Folder));
        Assert.Equal(["2"], lake.Rows("select count(*) from raw.order_products__train"));
        Assert.Empty(lake.Load(copy.Folder));
    }

    [Theory]
    [InlineData("")]
    [InlineData("\n")]
    [InlineData("\r\n")]
    [InlineData("\n\n\n")]
    public void A_file_of_only_a_header_is_an_empty_table(string end)
    {
        using var delivery = new Delivery();
        delivery.Replace("order_products__train", "order_id,product_id,add_to_cart_order,reordered" + end);
        using var lake = new LakeRun(delivery.Lake);

        lake.Load(delivery.Folder);

        Assert.Equal(0, lake.Current("raw.order_products__train").Rows);
        lake.AssertNothingLost(delivery.Folder);
    }

    [Theory]
    [InlineData("\r\n", true)]
    [InlineData("\r\n", false)]
    [InlineData("\n", false)]
    public void Line_ends_do_not_change_what_is_read(string end, bool isEnded)
    {
        using var delivery = new Delivery();
        foreach (var file in GroceryFeed.Files)
        {
            delivery.Edit(file.Stem, text => (isEnded ? text : text.TrimEnd('\n')).ReplaceLineEndings(end));
        }

        using var lake = new LakeRun(delivery.Lake);
        lake.Load(delivery.Folder);

        lake.AssertNothingLost(delivery.Folder);
        Assert.Equal(["5"], lake.Rows("select count(*) from clean.orders"));
        Assert.Equal(["6"], lake.Rows("select count(*) from clean.order_lines"));
        Assert.Equal(["test|1.5|6"], lake.Rows("select eval_set, days_since_prior_order, source_line from raw.orders where order_id = 5"));
    }

    [Fact]
    public void A_file_that_changed_since_it_was_opened_is_refused()
    {
        using var delivery = new Delivery();
        var step = Step(delivery, "orders");
        delivery.Edit("orders", text => text.Replace("7.0", "8.0", StringComparison.Ordinal));
        File.SetLastWriteTimeUtc(delivery.File("orders"), new DateTime(2020, 1, 1, 0, 0, 0, DateTimeKind.Utc));

        AssertNotBuilt<EnvironmentException>(delivery, step, $"{delivery.File("orders")}: it changed or went away while it was read; start again when whoever writes it is done");
    }

    [Fact]
    public void A_file_that_went_away_since_it_was_opened_is_named()
    {
        using var delivery = new Delivery();
        var step = Step(delivery, "order_products__prior");
        File.Delete(delivery.File("order_products__prior"));

        AssertNotBuilt<EnvironmentException>(delivery, step, $"{delivery.File("order_products__prior")}: it changed or went away while it was read; start again when whoever writes it is done");
    }

    [Fact]
    public void A_line_longer_than_any_can_be_ends_the_step()
    {
        using var delivery = new Delivery();
        delivery.Append("orders", Enumerable.Repeat((byte)'1', 65 << 20).ToArray());

        AssertNotBuilt<CallerException>(delivery, Step(delivery, "orders"), $"{delivery.File("orders")}: line 7 is longer than 64 MiB; is it a CSV file?");
    }

    private static CsvStep Step(Delivery delivery, string stem)
    {
        var (file, source) = GroceryFeed.Open(new FeedDelivery(delivery.Folder)).Single(found => found.File.Stem == stem);
        return new CsvStep(file, source, source.Hash(CancellationToken.None), TimeProvider.System);
    }

    private static void AssertNotBuilt<T>(Delivery delivery, CsvStep step, string message)
        where T : Exception
    {
        using var lake = new LakeRun(delivery.Lake);
        Assert.Equal(message, Assert.Throws<T>(() => lake.Build(step)).Message);
        Assert.False(Directory.Exists(delivery.Lake) && Directory.EnumerateFiles(delivery.Lake, "*", SearchOption.AllDirectories).Any());
    }
}
