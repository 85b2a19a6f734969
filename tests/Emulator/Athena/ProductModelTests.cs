using System.Text.RegularExpressions;
using Recommender.Lake.Models;
using Recommender.Pipeline.Graph;
using Recommender.Transform;

namespace Recommender.Emulator.Tests.Athena;

/// <summary>Every statement that the product runs on Athena is taken by the emulated one, over tables that are empty.</summary>
public sealed partial class ProductModelTests : AthenaEmulatorTest
{
    [Fact]
    public async Task Every_model_can_be_inserted_into_its_table()
    {
        AddTables();
        foreach (var model in GroceryModels.All)
        {
            var columns = string.Join(", ", model.Table.Columns.Select(column => column.Name));

            await RunAsync(Renamed($"insert into {model.Table.Name} ({columns}) select {columns} from (\n{model.Render(SqlDialect.Trino)}\n) as made"));
        }
    }

    [Fact]
    public async Task Every_check_can_be_asked()
    {
        AddTables();
        foreach (var table in GroceryPipeline.Tables)
        {
            foreach (var check in table.AllChecks())
            {
                await RunAsync(Renamed(SqlRenderer.Render(check.OffendingRows(table.Name.ToString()), SqlDialect.Trino)));
            }
        }
    }

    // The stack of the test has tables of its own; those are in other databases of the same emulator.
    private void AddTables() => _ = AwsEmulator.EmulatorStack.Create(Server, "product", GroceryPipeline.Tables);

    private static string Renamed(string sql) => Tables().Replace(sql, "recommender_product_$0");

    [GeneratedRegex(@"\b(?:raw|clean|curated|ml|published)\.[a-z]")]
    private static partial Regex Tables();
}
