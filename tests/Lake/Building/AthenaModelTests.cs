using Recommender.Lake.Checks;
using Recommender.Lake.Errors;
using Recommender.Lake.Planning;
using Recommender.Lake.Snapshots;
using Recommender.Lake.Tables;
using Recommender.Lake.Tests.Support;

namespace Recommender.Lake.Tests.Building;

public sealed class AthenaModelTests : AthenaBuildTest
{
    [Fact]
    public void A_model_with_a_quarantine_is_built_checked_and_published()
    {
        Items.Items = [(1, "apple"), (2, "persimmon"), (3, "pear")];
        var manifest = Lake.Build(Items, Cleaned());
        Assert.Equal((2L, 1L), (manifest.Rows, manifest.Quarantined));
        Assert.Equal(["1|apple", "3|pear"], Lake.Rows(All));
        Assert.Equal(["name persimmon is too long|items.csv|3|persimmon"], Lake.Rows(Refused));

        Assert.All(manifest.Files, file => Assert.StartsWith("data/", file.Path, StringComparison.Ordinal));
        Assert.NotEmpty(manifest.QuarantineFiles);
        Assert.Empty(Lake.Store.Damage(Cleaned().Table.Name, manifest, Token));
        Assert.Equal(Lake.Store.Current(Items.Table.Name, Token)!.Snapshot, manifest.Inputs["raw.items"]);
        Assert.Equal(manifest.Snapshot, PointerFile.Parse(Lake.Storage.Read("clean/items/_current.json", Token)).Snapshot);
        RequireNothingLeft(Cleaned(), manifest.Snapshot);
        Assert.DoesNotContain(Lake.Server.Log.Of("athena"), request => request.RequestBody.Contains("ResultConfiguration", StringComparison.Ordinal));
    }

    [Fact]
    public void The_rows_are_those_of_the_embedded_engine()
    {
        Items.Items = [(1, "apple"), (2, "persimmon"), (3, "pear"), (4, "it's \"quoted\", 店")];
        Lake.Build(Items, Cleaned());
        using var local = new TemporaryLake();
        local.Build(Items, Cleaned());
        Assert.Equal(local.Rows(All), Lake.Rows(All));
        Assert.Equal(local.Rows(Refused), Lake.Rows(Refused));
        Assert.Equal(local.Current(Cleaned()).Rows, Lake.Store.Current(Cleaned().Table.Name, Token)!.Rows);
    }

    [Fact]
    public void A_second_run_builds_nothing_and_a_new_input_builds_it_again()
    {
        var first = Lake.Build(Items, Cleaned());
        Assert.Equal(PlanAction.Skip, Lake.Run(Cleaned()).Action);
        Items.Items = [(7, "plum")];
        var second = Lake.Build(Items, Cleaned());
        Assert.Equal(first.Snapshot, second.Previous);
        Assert.Equal(["7|plum"], Lake.Rows(All));
        Assert.Equal(2, Lake.Snapshots(Cleaned()).Count);
    }

    [Fact]
    public void Where_all_is_kept_the_quarantine_is_empty_and_the_model_runs_once()
    {
        Lake.Build(Items, Cleaned());
        Assert.Empty(Lake.Rows(Refused));
        Assert.Equal(1, Lake.Started("insert into"));

        Items.Items = [(1, "persimmon")];
        Lake.Build(Items, Cleaned());
        Items.Items = [(1, "apple")];
        Lake.Build(Items, Cleaned());
        Assert.Empty(Lake.Rows(Refused));
    }

    [Fact]
    public void A_table_without_rows_is_a_table()
    {
        Items.Items = [];
        var manifest = Lake.Build(Items, Cleaned());
        Assert.Equal((0L, 0), (manifest.Rows, manifest.Files.Count));
        Assert.Empty(Lake.Rows(All));
    }

    [Fact]
    public void A_failing_check_publishes_nothing_and_shows_rows()
    {
        Items.Table = Items.Table with { GrainIsNumbered = true };
        var first = Lake.Build(Items, Cleaned());
        Items.Items = [(1, "apple"), (1, "pear")];
        Lake.Build(Items);
        var error = Assert.Throws<DataException>(() => Lake.Run(Cleaned()));
        Assert.Equal("clean.items: 1 check(s) failed; it was not published, what was current still is\n  (id) is unique: 1 offending row(s)\n    id | rows_with_this_key\n    1 | 2", error.Message);
        Assert.Equal(["1|apple", "2|pear"], Lake.Rows(All));
        RequireNothingLeft(Cleaned(), first.Snapshot);
    }

    [Fact]
    public void Checks_of_all_kinds_run_on_Athena()
    {
        var other = new TableName(Zone.Raw, "items");
        var step = Cleaned("", new RangeCheck("id", 1, 9), new ValuesCheck("name", "apple", "pear"), new RelationshipCheck("name", other, "name"), new RowCountCheck(1, 2), new NoRowsCheck("no plum", "select 1 as x from {table} as t where t.name = 'plum'"));
        Lake.Build(Items, step);
        Items.Items = [(1, "plum"), (2, "apple"), (11, "pear")];
        Lake.Build(Items);
        var error = Assert.Throws<DataException>(() => Lake.Run(step));
        Assert.Contains("clean.items: 4 check(s) failed", error.Message, StringComparison.Ordinal);
        Assert.Contains("id is between 1 and 9: 1 offending row(s)\n    id | name\n    11 | pear", error.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("where id <> 2", 1)]
    [InlineData("cross join (values (0), (10)) as twice (n)", 4)]
    public void A_model_that_loses_or_doubles_a_row_is_refused(string fault, int kept)
    {
        Lake.Build(Items);
        var error = Assert.Throws<DataException>(() => Lake.Run(Cleaned(fault)));
        Assert.Contains($"2 rows arrived, but {kept} kept + 0 quarantined = {kept}", error.Message, StringComparison.Ordinal);
        RequireNothingLeft(Cleaned());
    }

    [Fact]
    public void Wrong_sql_is_the_caller_s_fault_with_the_query_s_id()
    {
        Lake.Build(Items);
        var error = Assert.Throws<CallerException>(() => Lake.Run(Cleaned("where colour = 1")));
        Assert.Matches(@"\AAthena query [0-9a-f-]{36} failed: (SYNTAX_ERROR|COLUMN_NOT_FOUND)", error.Message);
        RequireNothingLeft(Cleaned());
    }

    [Fact]
    public void A_rollback_moves_table_and_quarantine_back()
    {
        Items.Items = [(1, "apple"), (2, "persimmon")];
        Lake.Build(Items, Cleaned());
        Items.Items = [(1, "pear")];
        Lake.Build(Items, Cleaned());
        Lake.Store.Rollback(Cleaned().Table.Name, Lake.Clock.GetUtcNow(), Token);
        Assert.Equal(["1|apple"], Lake.Rows(All));
        Assert.Equal(["name persimmon is too long|items.csv|3|persimmon"], Lake.Rows(Refused));
        Assert.Equal(PlanAction.Hold, Lake.Run(Cleaned()).Action);
    }

    [Fact]
    public void What_the_queries_took_is_summed_up()
    {
        Lake.Build(Items);
        var plan = new Planner(Lake.Store).Plan(Cleaned(), Token);
        using var build = Lake.Builder.Begin(plan, plan.Inputs!, "run-1");
        build.Run(new Progress<Recommender.Lake.Building.StepProgress>(), Token);
        var queries = Lake.Server.Log.Of("athena", "StartQueryExecution").Count;
        Assert.Equal(queries * 10m * 5 / (1 << 20), build.Statistics.Cost);
        Assert.True(build.Statistics.BytesScanned > 0);
    }
}
