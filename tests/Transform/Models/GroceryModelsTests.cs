using Recommender.Lake.Models;
using Recommender.Lake.Tables;
using Recommender.Transform.Tests.Support;

namespace Recommender.Transform.Tests.Models;

public sealed class GroceryModelsTests
{
    public static TheoryData<string> Names => [.. GroceryModels.All.Select(model => model.Table.Name.ToString())];

    [Fact]
    public void Declarations_have_no_faults() => Assert.Empty(GroceryModels.All.SelectMany(model => model.Table.Faults()));

    [Fact]
    public void Each_model_comes_after_what_it_reads()
    {
        var known = RawColumns.Tables.ToHashSet();
        foreach (var model in GroceryModels.All)
        {
            Assert.All(model.Inputs, input => Assert.Contains(input.ToString(), known));
            var checkReads = model.Table.AllChecks().SelectMany(check => check.Reads).Select(table => table.ToString());
            Assert.All(checkReads, table => Assert.Contains(table, known));
            Assert.True(known.Add(model.Table.Name.ToString()), $"{model.Table.Name} is declared twice");
        }
    }

    [Fact]
    public void Checks_name_the_tables_they_read()
    {
        foreach (var (model, check) in GroceryModels.All.SelectMany(model => model.Table.AllChecks().Select(check => (model, check))))
        {
            var read = new SqlModel(model.Table, check.OffendingRows("new_rows")).Inputs;
            Assert.Equal(read, check.Reads.OrderBy(table => table.ToString(), StringComparer.Ordinal));
        }
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void Select_yields_the_declared_columns(string name)
    {
        var model = GroceryModels.All.Single(model => model.Table.Name.ToString() == name);
        using var database = new ModelDatabase();
        foreach (var input in model.Inputs)
        {
            database.Create(input.ToString(), RawColumns.Of(input));
        }

        var declared = RawColumns.Types(model.Table.HasQuarantine ? [.. model.Table.Columns, .. Quarantine.Columns] : model.Table.Columns);
        Assert.Equal(declared, database.Describe(model.Render(SqlDialect.DuckDb)));
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void No_rows_in_give_no_rows_out_and_no_error(string name)
    {
        var model = GroceryModels.All.Single(model => model.Table.Name.ToString() == name);
        using var database = new ModelDatabase();
        foreach (var input in model.Inputs)
        {
            database.Create(input.ToString(), RawColumns.Of(input));
        }

        database.Build(model);
        Assert.Equal(0, database.Count(name));
    }
}
