using System.Text;
using Recommender.Ingest.Tests.Support;

namespace Recommender.Ingest.Tests.Csv;

/// <summary>Lines that cannot be read: each in the raw table's quarantine, with its line, its reason and its text.</summary>
public sealed class BadLineTests
{
    [Theory]
    [InlineData("1,2,3", "wrong column count: 3 instead of 4")]
    [InlineData("1,2,3,1,5", "wrong column count: 5 instead of 4")]
    [InlineData("x,2,3,1", "order_id: 'x' is not a whole number")]
    [InlineData("+5,2,3,1", "order_id: '+5' is not a whole number")]
    [InlineData("--5,2,3,1", "order_id: '--5' is not a whole number")]
    [InlineData("-,2,3,1", "order_id: '-' is not a whole number")]
    [InlineData("1,1e3,3,1", "product_id: '1e3' is not a whole number")]
    [InlineData("1,1.5,3,1", "product_id: '1.5' is not a whole number")]
    [InlineData("1,0x10,3,1", "product_id: '0x10' is not a whole number")]
    [InlineData("1, 2,3,1", "product_id: ' 2' is not a whole number")]
    [InlineData("1,٣,3,1", "product_id: '٣' is not a whole number")]
    [InlineData("1,2,3,1\0", "reordered: '1\0' is not a whole number")]
    [InlineData("9223372036854775808,2,3,1", "order_id: 9223372036854775808 is out of range for bigint")]
    [InlineData("1,2,2147483648,1", "add_to_cart_order: 2147483648 is out of range for integer")]
    [InlineData("1,2,-2147483649,1", "add_to_cart_order: -2147483649 is out of range for integer")]
    [InlineData("1,\"2,3,1", "unterminated quote in column 2")]
    [InlineData("1,\"2\"x,3,1", "text behind the closing quote in column 2")]
    public void A_line_of_whole_numbers(string line, string reason) => AssertRefused("order_products__prior", Encoding.UTF8.GetBytes(line), reason, line);

    [Theory]
    [InlineData("nan")]
    [InlineData("NaN")]
    [InlineData("inf")]
    [InlineData("-Infinity")]
    [InlineData("∞")]
    [InlineData("1e400")]
    [InlineData("1,5")]
    [InlineData("7\0")]
    [InlineData("+7")]
    [InlineData("7 ")]
    [InlineData("0x7")]
    public void A_decimal(string text)
    {
        var reason = text == "1,5" ? "wrong column count: 8 instead of 7" : $"days_since_prior_order: '{text}' is not a number";
        AssertRefused("orders", Encoding.UTF8.GetBytes($"6,2,prior,3,1,1,{text}"), reason, $"6,2,prior,3,1,1,{text}");
    }

    [Fact]
    public void A_number_too_long_to_be_finite()
    {
        var digits = new string('9', 400);
        AssertRefused("orders", Encoding.UTF8.GetBytes($"6,2,prior,3,1,1,{digits}"), $"days_since_prior_order: '{digits[..60]}… (400 bytes)' is not a number", $"6,2,prior,3,1,1,{digits}");
    }

    [Theory]
    [InlineData("4,\"no end,1,1", "unterminated quote in column 2")]
    [InlineData("4,\"x\",1,1\rjunk", "department_id: '1\rjunk' is not a whole number")]
    [InlineData("4,\"a\" b,1,1", "text behind the closing quote in column 2")]
    [InlineData("4,\"a\"\",1,1", "unterminated quote in column 2")]
    [InlineData("4,\"a\",1,1,\"", "unterminated quote in column 5")]
    [InlineData("\"4\",\"a\"", "wrong column count: 2 instead of 4")]
    [InlineData("\"4\",\"a\",\"1\",1,", "wrong column count: 5 instead of 4")]
    [InlineData("\"x\",\"a\",\"1\",1", "product_id: 'x' is not a whole number")]
    [InlineData("4,a \"b, c\",1,1", "wrong column count: 5 instead of 4")]
    public void A_line_with_text(string line, string reason) => AssertRefused("products", Encoding.UTF8.GetBytes(line), reason, line);

    [Fact]
    public void Bytes_that_are_no_utf8_can_be_told_from_text_that_looks_like_them()
    {
        AssertRefused("products", [.. "4,Caf"u8, 0xE9, .. @"\xE9 é,1,1"u8], "bad UTF-8: byte E9 at offset 5", @"4,Caf\xE9\\xE9 é,1,1");
        AssertRefused("products", [.. @"\xE9,é,1,1"u8], @"product_id: '\xE9' is not a whole number", @"\xE9,é,1,1");
        AssertRefused("order_products__prior", [0xFF, .. ",1,1,1"u8], "bad UTF-8: byte FF at offset 0", @"\xFF,1,1,1");
        AssertRefused("order_products__prior", [.. "1,1,1,"u8, 0xE2, 0x82], "bad UTF-8: byte E2 at offset 6", @"1,1,1,\xE2\x82");
    }

    [Fact]
    public void A_huge_line_is_kept_whole_and_named_shortly()
    {
        var line = $"1,2,3,{new string('x', 10 << 20)}";
        AssertRefused("order_products__prior", Encoding.UTF8.GetBytes(line), $"reordered: '{new string('x', 60)}… (10485760 bytes)' is not a whole number", line);
    }

    [Fact]
    public void A_file_cut_off_within_a_line()
    {
        using var delivery = new Delivery();
        delivery.Append("order_products__prior", "4,1,2");
        using var lake = new LakeRun(delivery.Lake);

        lake.Load(delivery.Folder);

        Assert.Equal(["6|wrong column count: 3 instead of 4|4,1,2"], lake.Refused("raw.order_products__prior"));
        lake.AssertNothingLost(delivery.Folder);
    }

    [Fact]
    public void What_is_unusual_but_right_is_kept()
    {
        using var delivery = new Delivery();
        delivery.Append("order_products__prior", "007,-0,\"3\",1\r\n,,,\n\n\"5\",\"\",1,\"0\"");
        delivery.Append("orders", "6,2,\"a \"\"b\"\", c\",3,1,1,1e1\n7,2,5\" x,4,1,1,.5\n8,2,\0,5,1,1,5.\n9,2,,6,1,1,-0.25\n");
        delivery.Append("products", "4,\"x\ry\",1,1\n5,\"\",1,1\n6,\"\"\"\",1,1\n7,\"a\"\"\"\"b,\"\"\",\"1\",\n");
        using var lake = new LakeRun(delivery.Lake);

        lake.Load(delivery.Folder, "order_products__prior", "orders", "products");

        Assert.Equal(["7|0|3|1|6", "||||7", "5||1|0|9"], lake.Rows("select * exclude (source_file, batch_id, loaded_at) from raw.order_products__prior where source_line > 5 order by source_line"));
        Assert.Equal(["6|a \"b\", c|10", "7|5\" x|0.5", "8|\0|5", "9||-0.25"], lake.Rows("select order_id, eval_set, days_since_prior_order from raw.orders where source_line > 6 order by source_line"));
        Assert.Equal(["2|Cones, Sugar \"XL\"", "3|Crème Glacée", "4|x\ry", "5|", "6|\"", "7|a\"\"b,\""], lake.Rows("select product_id, product_name from raw.products where source_line > 2 order by source_line"));
    }

    [Fact]
    [Trait("Category", "Long")]
    public void More_doubtful_lines_than_are_listed_are_all_read()
    {
        const int Count = 1_000_100;
        using var delivery = new Delivery();
        delivery.Append("order_products__prior", string.Concat(Enumerable.Repeat("1,2,3,\"1\"\n", Count)) + "x,1,1,1\n\n1,2,3,4,5\n9,9,9,9\n");
        using var lake = new LakeRun(delivery.Lake);

        lake.Load(delivery.Folder, "order_products__prior");

        Assert.Equal([$"{4 + Count + 1}|{5 + Count + 4}"], lake.Rows("select count(*), max(source_line) from raw.order_products__prior"));
        Assert.Equal([$"{5 + Count + 1}", $"{5 + Count + 3}"], lake.Rows("select source_line from raw.order_products__prior__quarantine order by 1"));
    }

    [Fact]
    [Trait("Category", "Long")]
    public void More_rejects_than_are_stored_are_all_read()
    {
        const int Count = 1_000_100;
        using var delivery = new Delivery();
        delivery.Append("order_products__prior", string.Concat(Enumerable.Repeat("1,2,3333333333,1\n", Count)) + "9,9,9,9\n");
        using var lake = new LakeRun(delivery.Lake);

        lake.Load(delivery.Folder, "order_products__prior");

        Assert.Equal([$"5|{5 + Count + 1}"], lake.Rows("select count(*), max(source_line) from raw.order_products__prior"));
        Assert.Equal([$"{Count}"], lake.Rows("select count(*) from raw.order_products__prior__quarantine"));
    }

    private static void AssertRefused(string stem, byte[] line, string reason, string text)
    {
        using var delivery = new Delivery();
        var number = File.ReadAllLines(delivery.File(stem)).Length + 1;
        delivery.Append(stem, [.. line, (byte)'\n']);
        using var lake = new LakeRun(delivery.Lake);

        lake.Load(delivery.Folder, stem);

        Assert.Equal([$"{number}|{reason}|{text}"], lake.Refused($"raw.{stem}"));
        Assert.Equal(number - 2, lake.Current($"raw.{stem}").Rows);
        Assert.Equal(number - 1, lake.Current($"raw.{stem}").Source!.Rows);
    }
}
