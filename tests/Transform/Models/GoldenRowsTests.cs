using Recommender.Lake.Tables;
using Recommender.Tests;
using Recommender.Transform.Tests.Support;

namespace Recommender.Transform.Tests.Models;

/// <summary>
/// Each model on small inputs that a person can check: <c>golden/zone/table/</c> holds a CSV file per input, the rows
/// that are kept (<c>expected.csv</c>) and those that are not (<c>quarantine.csv</c>).
/// </summary>
public sealed class GoldenRowsTests
{
    public static TheoryData<string> Names => [.. GroceryModels.All.Select(model => model.Table.Name.ToString())];

    [Theory]
    [MemberData(nameof(Names))]
    public void Model_makes_the_golden_rows(string name)
    {
        var model = GroceryModels.All.Single(model => model.Table.Name.ToString() == name);
        var folder = Repository.PathTo(["tests", "Transform", "golden", .. name.Split('.')]);
        using var database = new ModelDatabase();
        foreach (var input in model.Inputs)
        {
            database.Create(input.ToString(), RawColumns.Of(input));
            database.Load(input.ToString(), RawColumns.Of(input), Path.Combine(folder, $"{input}.csv"));
        }

        database.Build(model);

        AssertSame(database, name, RawColumns.Types(model.Table.Columns), Path.Combine(folder, "expected.csv"));
        if (model.Table.HasQuarantine)
        {
            AssertSame(database, name + Quarantine.Suffix, RawColumns.Types(Quarantine.Columns), Path.Combine(folder, "quarantine.csv"));
            var raw = model.Inputs.Where(input => input.Zone == Zone.Raw).Sum(input => database.Count(input.ToString()));
            Assert.Equal(raw, database.Count(name) + database.Count(name + Quarantine.Suffix));
        }
    }

    private static void AssertSame(ModelDatabase database, string actual, IReadOnlyList<(string Name, string Type)> columns, string file)
    {
        database.Execute("drop table if exists expected");
        database.Create("expected", columns);
        database.Load("expected", columns, file);
        Assert.Equal(columns, database.Describe($"select * from {actual}"));
        Assert.Empty(database.Rows($"select 'missing' as fault, * from (from expected except all from {actual}) union all select 'not expected', * from (from {actual} except all from expected) order by all"));
    }
}
