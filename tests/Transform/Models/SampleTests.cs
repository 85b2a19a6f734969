using Recommender.Lake.Tables;
using Recommender.Tests;
using Recommender.Transform.Tests.Support;

namespace Recommender.Transform.Tests.Models;

/// <summary>All models on 600 real users: the known counts, nothing refused, and every declared check.</summary>
public sealed class SampleTests
{
    [Fact]
    public void Real_users_pass_every_check()
    {
        var folder = SampleData.Instacart;
        Assert.SkipWhen(folder is null, "../shared/data/instacart is absent");

        using var database = new ModelDatabase();
        foreach (var table in RawColumns.Tables.Select(TableName.Parse))
        {
            database.Create(table.ToString(), RawColumns.Of(table));
            database.Load(table.ToString(), RawColumns.Of(table), Path.Combine(folder!, $"{table.Table}.csv"));
        }

        foreach (var model in GroceryModels.All)
        {
            database.Build(model);
            foreach (var check in model.Table.AllChecks())
            {
                Assert.True(database.Rows(check.OffendingRows(model.Table.Name.ToString())).Count == 0, $"{model.Table.Name}: {check.Description}");
            }
        }

        var counts = GroceryModels.All.ToDictionary(model => model.Table.Name.ToString(), model => database.Count(model.Table.Name.ToString()));
        Assert.Equal(9835, counts["clean.orders"]);
        Assert.Equal(90999 + 6011, counts["clean.order_lines"]);
        Assert.Equal(49688, counts["clean.products"]);
        Assert.Equal(600, counts["curated.user_features_1"]);
        Assert.Equal(600, counts["curated.user_features_2"]);
        Assert.Equal(counts["curated.up_features"], counts["ml.training_set"]);
        Assert.All(GroceryModels.All.Where(model => model.Table.HasQuarantine), model => Assert.Equal(0, database.Count(model.Table.Name + Quarantine.Suffix)));
    }
}
