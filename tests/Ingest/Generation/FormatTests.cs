using System.Text;

namespace Recommender.Ingest.Tests.Generation;

[Collection(GeneratedGroceriesSet.Name)]
public sealed class FormatTests(GeneratedGroceries generated)
{
    [Theory]
    [InlineData("aisles.csv", "aisle_id,aisle", 134)]
    [InlineData("departments.csv", "department_id,department", 21)]
    [InlineData("products.csv", "product_id,product_name,aisle_id,department_id", 49_688)]
    [InlineData("orders.csv", "order_id,user_id,eval_set,order_number,order_dow,order_hour_of_day,days_since_prior_order", null)]
    [InlineData("order_products__prior.csv", "order_id,product_id,add_to_cart_order,reordered", null)]
    [InlineData("order_products__train.csv", "order_id,product_id,add_to_cart_order,reordered", null)]
    public void Files_have_the_original_header_and_as_many_lines_as_the_summary_says(string file, string header, int? lines)
    {
        var bytes = File.ReadAllBytes(Path.Combine(generated.Folder, file));
        var text = Encoding.UTF8.GetString(bytes);
        Assert.StartsWith(header + "\n", text, StringComparison.Ordinal);
        Assert.DoesNotContain('\r', text);
        Assert.EndsWith("\n", text, StringComparison.Ordinal);
        Assert.Equal(generated.Summary.Lines[file], text.Count(c => c == '\n') - 1);
        Assert.Equal(lines ?? generated.Summary.Lines[file], generated.Summary.Lines[file]);
    }

    [Fact]
    public void Numbers_are_written_as_in_the_original()
    {
        var rows = File.ReadLines(Path.Combine(generated.Folder, "orders.csv")).Skip(1).ToList();
        Assert.All(rows, row => Assert.Matches(@"^\d+,\d+,(prior|train|test),\d+,[0-6],[0-2]\d,(\d+\.0)?$", row));
        Assert.Contains(rows, row => row.EndsWith(",30.0", StringComparison.Ordinal));
        Assert.All(
            File.ReadLines(Path.Combine(generated.Folder, "order_products__prior.csv")).Skip(1),
            row => Assert.Matches(@"^\d+,\d+,\d+,[01]$", row));
    }

    [Fact]
    public void Product_names_are_unique_and_some_hold_commas_quotes_and_letters_outside_ascii()
    {
        var rows = GroceryData.Rows(generated.Folder, "products.csv").ToList();
        var names = rows.ConvertAll(row => row[1]);
        Assert.Equal(names.Count, names.Distinct(StringComparer.OrdinalIgnoreCase).Count());
        Assert.All(rows, row => Assert.Equal(4, row.Length));
        Assert.All(names, name => Assert.Equal(name.Trim(), name));
        Assert.InRange(names.Count(name => name.Contains(',', StringComparison.Ordinal)), 1_000, 5_000);
        Assert.InRange(names.Count(name => name.Contains('"', StringComparison.Ordinal)), 20, 500);
        Assert.InRange(names.Count(name => name.Any(c => c > 127)), 200, 4_000);
    }

    [Fact]
    public void Products_refer_to_the_aisle_and_department_of_the_taxonomy()
    {
        var departmentOfAisle = new Dictionary<string, string>();
        Assert.All(GroceryData.Rows(generated.Folder, "products.csv"), row =>
        {
            departmentOfAisle.TryAdd(row[2], row[3]);
            Assert.Equal(departmentOfAisle[row[2]], row[3]);
        });
        Assert.Equal(GroceryData.Rows(generated.Folder, "aisles.csv").Select(row => row[0]).Order(), departmentOfAisle.Keys.Order());
        Assert.Equal(
            GroceryData.Rows(generated.Folder, "departments.csv").Select(row => row[0]).Order(),
            departmentOfAisle.Values.Distinct().Order());
    }
}
