using Recommender.Ingest.Csv;
using Recommender.Ingest.Grocery;
using Recommender.Ingest.Tests.Support;
using Recommender.Lake.Errors;

namespace Recommender.Ingest.Tests.Grocery;

/// <summary>A delivery whose files are wrong as a whole is refused before anything is written.</summary>
public sealed class GroceryFeedTests
{
    private const string Lines = "order_id,product_id,add_to_cart_order,reordered";

    [Fact]
    public void A_sound_delivery_is_opened_in_the_feeds_order()
    {
        using var delivery = new Delivery();
        delivery.Zip("orders");

        var found = GroceryFeed.Open(new FeedDelivery(delivery.Folder));

        Assert.Equal(["aisles.csv", "departments.csv", "products.csv", "orders.csv.gz", "order_products__prior.csv", "order_products__train.csv"], found.Select(entry => entry.Source.Name));
    }

    [Theory]
    [InlineData("order_id,add_to_cart_order,reordered\n1,1,0\n", "column product_id is missing")]
    [InlineData("order_id,product,add_to_cart_order,reordered\n1,1,1,0\n", "column product_id is missing and column 'product' is unknown")]
    [InlineData(Lines + ",price\n1,1,1,0,2\n", "column 'price' is unknown")]
    [InlineData("order_id,product_id,reordered,add_to_cart_order\n1,1,0,1\n", "the columns are in another order: 'order_id,product_id,reordered,add_to_cart_order'")]
    [InlineData("order_id,order_id,product_id,add_to_cart_order,reordered\n1,1,1,1,0\n", "column order_id stands there more than once")]
    [InlineData("1,1,1,0\n1,2,2,0\n", "column order_id, product_id, add_to_cart_order, reordered is missing and column '1', '0' is unknown")]
    [InlineData("order_id;product_id;add_to_cart_order;reordered\n", "column order_id, product_id, add_to_cart_order, reordered is missing and column 'order_id;product_id;add_to_cart_order;reordered' is unknown")]
    [InlineData("", "the file is empty")]
    [InlineData("\n" + Lines + "\n", "it is blank")]
    [InlineData("\uFEFF", "it is blank")]
    public void A_wrong_header_is_named_with_what_would_be_right(string text, string fault)
    {
        using var delivery = new Delivery();
        delivery.Replace("order_products__train", text);

        AssertFaults(delivery, $"{delivery.File("order_products__train")}: line 1: {fault}; the header must be '{Lines}'");
    }

    [Fact]
    public void A_file_that_is_no_utf8_text_is_told_apart()
    {
        using var delivery = new Delivery();
        delivery.Replace("aisles", Delivery.Gzip("aisle_id,aisle\n1,a\n"u8));
        delivery.Replace("departments", System.Text.Encoding.Unicode.GetPreamble().Concat(System.Text.Encoding.Unicode.GetBytes("department_id,department\n")).ToArray());

        AssertFaults(
            delivery,
            $"{delivery.File("aisles")}: line 1: the file is gzip; name it aisles.csv.gz; the header must be 'aisle_id,aisle'",
            $"{delivery.File("departments")}: line 1: the file is UTF-16, not UTF-8; the header must be 'department_id,department'");
    }

    [Fact]
    public void All_faults_are_listed_at_once()
    {
        using var delivery = new Delivery();
        File.Move(delivery.File("aisles"), delivery.File("Aisle"));
        delivery.Replace("departments", "");
        File.WriteAllBytes(delivery.File("products") + ".gz", Delivery.Gzip(File.ReadAllBytes(delivery.File("products"))));
        File.Delete(delivery.File("orders"));
        Directory.CreateDirectory(delivery.File("orders"));
        delivery.Zip("order_products__train", bytes => bytes[..^5]);

        AssertFaults(
            delivery,
            $"{delivery.Folder}: aisles.csv (or aisles.csv.gz) is missing",
            $"{delivery.File("departments")}: line 1: the file is empty; the header must be 'department_id,department'",
            $"{delivery.Folder}: both products.csv and products.csv.gz are there; remove one",
            $"{delivery.Folder}: orders.csv is a folder; a file is wanted",
            $"{delivery.File("order_products__train")}.gz: the gzip file is damaged, cut short, or followed by other bytes");
    }

    [Fact]
    public void A_folder_that_is_not_there_is_named()
    {
        using var delivery = new Delivery();
        var absent = Path.Combine(delivery.Folder, "absent");

        var error = Assert.Throws<CallerException>(() => GroceryFeed.Open(new FeedDelivery(absent)));

        Assert.StartsWith($"{absent}: no such folder; --source wants the folder with aisles.csv, ", error.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_byte_order_mark_quotes_and_carriage_returns_in_the_header_are_accepted()
    {
        using var delivery = new Delivery();
        delivery.Replace("aisles", "\uFEFF\"aisle_id\",\"aisle\"\r\n1,a\r\n2,b\r\n");
        using var lake = new LakeRun(delivery.Lake);

        lake.Load(delivery.Folder, "aisles");

        Assert.Equal(["1|a|2", "2|b|3"], lake.Rows("select aisle_id, aisle, source_line from raw.aisles order by 1"));
    }

    [Fact]
    public void A_first_line_without_end_is_refused_without_reading_it_all()
    {
        using var delivery = new Delivery();
        delivery.Replace("orders", Enumerable.Repeat((byte)'x', 65 << 20).ToArray());

        AssertFaults(delivery, $"{delivery.File("orders")}: line 1 is longer than 64 MiB; is it a CSV file?");
    }

    private static void AssertFaults(Delivery delivery, params string[] faults)
    {
        using var lake = new LakeRun(delivery.Lake);

        var error = Assert.Throws<CallerException>(() => lake.Load(delivery.Folder));

        Assert.Equal(faults, error.Message.Split(Environment.NewLine));
        Assert.False(Directory.Exists(delivery.Lake));
    }
}
