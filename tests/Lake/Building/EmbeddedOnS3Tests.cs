using Recommender.Lake.Building;
using Recommender.Lake.Checks;
using Recommender.Lake.Errors;
using Recommender.Lake.Planning;
using Recommender.Lake.Tables;
using Recommender.Lake.Tests.Support;

namespace Recommender.Lake.Tests.Building;

/// <summary>Steps that the task itself builds on copies of what lies on S3.</summary>
public sealed class EmbeddedOnS3Tests : AthenaBuildTest
{
    [Fact]
    public void A_step_sees_its_inputs_and_what_its_checks_read()
    {
        Lake.Build(Items, Cleaned());
        var names = new Names { Read = "select count(*) from raw.items" };
        Lake.Stack.Add(names.Table);
        var manifest = Lake.Build(names);
        Assert.Equal(2, manifest.Rows);
        Assert.Equal(["1|apple", "2|pear"], Lake.Rows("select id, name from published.names order by id"));

        names.Read = "select 3";
        var error = Assert.Throws<DataException>(() => Lake.Run(names));
        Assert.Contains("id exists in clean.items(id): 1 offending row(s)", error.Message, StringComparison.Ordinal);
        Assert.Equal(["1|apple", "2|pear"], Lake.Rows("select id, name from published.names order by id"));
        Assert.Equal([manifest.Snapshot], Lake.Snapshots(names));
    }

    [Fact]
    public void A_table_that_grows_sees_its_own_rows_there_too()
    {
        var diary = new DiaryStep();
        Lake.Build(diary);
        diary.Words = ["second"];
        diary.Inputs = [Items.Table.Name];
        Lake.Build(Items, diary);
        Assert.Equal(["1|first", "2|second"], Lake.Rows("select id, word from ml.diary order by id"));
    }

    [Fact]
    public void Days_are_built_one_by_one_there_too()
    {
        Sales.Set(4, (1, 100), (2, 50));
        Sales.Set(5, (1, 10));
        var first = Lake.Build(Sales);
        Sales.Set(5, (1, 11));
        var second = Lake.Build(Sales);
        Assert.Equal(first.Snapshot, second.Days!["2011-01-04"].BuiltBy);
        Assert.Equal(["1|100|2011-01-04", "2|50|2011-01-04", "1|11|2011-01-05"], Lake.Rows("select id, amount, day from raw.sales order by day, id"));
    }

    [Fact]
    public void Days_that_Athena_wrote_are_read_like_others()
    {
        Sales.Set(4, (1, 100), (2, 50));
        Sales.Set(5, (1, 10));
        Lake.Build(Sales, DayModel.Step());
        Sales.Set(5, (1, 11), (2, 11));
        Lake.Build(Sales, DayModel.Step());
        Lake.Build(Items, Cleaned());
        var names = new Names { Inputs = [DayModel.Step().Table.Name], Read = "select count(*) from curated.sales_by_day where day = date '2011-01-05' and sales = 2 and amount = 22" };
        Lake.Stack.Add(names.Table);
        Assert.Equal(1, Lake.Build(names).Rows);
    }

    [Fact]
    public void Days_that_Athena_wrote_are_carried_over_where_there_is_no_Athena()
    {
        Sales.Set(4, (1, 100), (2, 50));
        Sales.Set(5, (1, 10));
        Lake.Build(Sales, DayModel.Step());
        Sales.Set(5, (1, 11));
        Lake.Build(Sales);

        using var engine = TemporaryLake.NewEngine();
        var plan = new Planner(Lake.Store).Plan(DayModel.Step(), Token);
        using var build = new EmbeddedStepBuilder(Lake.Store, engine, Lake.Clock) { Fetched = [Sales.Table, DayModel.Step().Table] }.Begin(plan, plan.Inputs!, "run-1");
        var manifest = build.Run(new Progress<StepProgress>(), Token);
        Assert.Equal(["data/day=2011-01-04", "data/day=2011-01-05"], manifest.Files.Select(file => file.Path[..file.Path.LastIndexOf('/')]));
        Assert.Equal(["2011-01-04|2|150", "2011-01-05|1|11"], Lake.Rows("select day, sales, amount from curated.sales_by_day order by day"));
    }

    [Fact]
    public void The_snapshot_that_was_planned_is_the_one_that_is_read()
    {
        Lake.Build(Items, Cleaned());
        var names = new Names { Read = "select count(*) from raw.items" };
        Lake.Stack.Add(names.Table);
        var plan = new Planner(Lake.Store).Plan(names, Token);
        Items.Items = [(9, "kiwi"), (10, "fig"), (11, "plum")];
        Lake.Build(Items);
        using var build = Lake.Builder.Begin(plan, plan.Inputs!, "run-1");
        Assert.Equal(2, build.Run(new Progress<StepProgress>(), Token).Rows);
    }

    /// <summary>A step in code: as many rows of <c>published.names</c> as its query says.</summary>
    private sealed class Names : ITableStep
    {
        public string Read { get; set; } = "";

        public TableDeclaration Table { get; } = new()
        {
            Name = new TableName(Zone.Published, "names"),
            Description = "A name.",
            Columns = [new("id", ColumnType.BigInt, "Its id."), new("name", ColumnType.Varchar, "The name.")],
            Grain = ["id"],
            Checks = [new RelationshipCheck("id", new TableName(Zone.Clean, "items"), "id")],
        };

        public IReadOnlyList<TableName> Inputs { get; init; } = [new TableName(Zone.Raw, "items")];

        public string Definition => Read;

        public IReadOnlyDictionary<DateOnly, string>? Days(StepInputs inputs) => null;

        public StepOutput Build(StepContext context, CancellationToken cancellationToken)
        {
            var rows = context.Connection.Scalar<long>(Read, cancellationToken);
            var names = new[] { "apple", "pear", "plum" };
            var select = Sql.Values(["id", "name"], ["bigint", "varchar"], Enumerable.Range(1, (int)rows).Select(i => new object?[] { i, names[i - 1] }));
            return new StepOutput(ParquetWriter.Copy(context.Connection, select, Path.Combine(context.Writer.DataFolder, "part-0.parquet"), cancellationToken));
        }
    }
}
