using Recommender.AwsEmulator.Faults;
using Recommender.Lake.Errors;
using Recommender.Lake.Glue;
using Recommender.Lake.Snapshots;
using Recommender.Lake.Tables;
using Recommender.Lake.Tests.Support;

namespace Recommender.Lake.Tests.Building;

/// <summary>Whatever goes wrong, what was current still is, nothing is lost and nothing is doubled.</summary>
public sealed class AthenaFaultTests : AthenaBuildTest
{
    [Fact]
    public void An_insert_that_fails_with_half_of_its_files_written_leaves_no_trace()
    {
        var first = BuildThenChange();
        Lake.Server.Faults.Add(new QueryFault { Kind = QueryFaultKind.FailedHalfWritten, Match = "insert into", Reason = "Query exhausted resources at this scale factor", Retryable = true });
        var error = Assert.Throws<EnvironmentException>(() => Lake.Run(Cleaned()));
        Assert.Contains("the step may be tried anew", error.Message, StringComparison.Ordinal);
        Assert.Equal(0, Lake.Server.Faults.Pending);
        Assert.Equal(["1|apple", "2|pear"], Lake.Rows(All));
        RequireNothingLeft(Cleaned(), first.Snapshot);

        Lake.Run(Cleaned());
        Assert.Equal(["5|plum", "6|fig"], Lake.Rows(All));
    }

    [Fact]
    public void A_quarantine_whose_insert_fails_publishes_nothing_either()
    {
        var first = Lake.Build(Items, Cleaned());
        Items.Items = [(1, "persimmon"), (2, "fig")];
        Lake.Build(Items);
        Lake.Server.Faults.Add(new QueryFault { Kind = QueryFaultKind.FailedHalfWritten, Match = "__quarantine__build_" });
        Assert.Throws<EnvironmentException>(() => Lake.Run(Cleaned()));
        Assert.Equal(["1|apple", "2|pear"], Lake.Rows(All));
        Assert.Empty(Lake.Rows(Refused));
        RequireNothingLeft(Cleaned(), first.Snapshot);
    }

    [Theory]
    [InlineData("athena", null, FaultKind.Throttle)]
    [InlineData("athena", null, FaultKind.ServerError)]
    [InlineData("athena", null, FaultKind.TearBefore)]
    [InlineData("athena", null, FaultKind.TearAfter)]
    [InlineData("athena", "StartQueryExecution", FaultKind.TearAfter)]
    [InlineData("athena", "GetQueryResults", FaultKind.TruncateBody)]
    [InlineData("glue", null, FaultKind.Throttle)]
    [InlineData("glue", null, FaultKind.ServerError)]
    [InlineData("glue", null, FaultKind.TearBefore)]
    [InlineData("glue", null, FaultKind.TearAfter)]
    [InlineData("glue", "CreateTable", FaultKind.TearAfter)]
    [InlineData("glue", "UpdateTable", FaultKind.TearAfter)]
    [InlineData("glue", "DeleteTable", FaultKind.TearAfter)]
    [InlineData("s3", null, FaultKind.Throttle)]
    [InlineData("s3", null, FaultKind.ServerError)]
    public void Faults_that_pass_are_survived(string service, string? operation, FaultKind kind)
    {
        Items.Items = [(1, "apple"), (2, "persimmon")];
        Lake.Build(Items);
        for (var skip = 0; skip < 12; skip += 3)
        {
            Lake.Server.Faults.Add(new FaultRule { Service = service, Operation = operation, Kind = kind, Skip = skip });
        }

        var manifest = Lake.Build(Cleaned());
        Lake.Server.Faults.Clear();
        Assert.Equal((1L, 1L), (manifest.Rows, manifest.Quarantined));
        Assert.Equal(["1|apple"], Lake.Rows(All));
        Assert.Equal(["name persimmon is too long|items.csv|3|persimmon"], Lake.Rows(Refused));
        RequireNothingLeft(Cleaned(), manifest.Snapshot);
    }

    [Fact]
    public void A_check_s_query_that_fails_in_passing_is_run_again()
    {
        Lake.Build(Items);
        Lake.Server.Faults.Add(new QueryFault { Kind = QueryFaultKind.Failed, Match = "count_if", Retryable = true, Times = 2 });
        Lake.Build(Cleaned());
        Assert.Equal(0, Lake.Server.Faults.Pending);
    }

    [Fact]
    public void Throttling_without_end_is_told_and_publishes_nothing()
    {
        var first = BuildThenChange();
        Lake.Server.Faults.Add(new FaultRule { Service = "athena", Operation = "StartQueryExecution", Kind = FaultKind.Throttle, Times = 1_000 });
        var error = Assert.Throws<EnvironmentException>(() => Lake.Run(Cleaned()));
        Lake.Server.Faults.Clear();
        Assert.Matches(@"Athena StartQueryExecution in workgroup recommender-uat-jobs failed: ThrottlingException: .* \(request .+\)", error.Message);
        Assert.Equal(["1|apple", "2|pear"], Lake.Rows(All));
        RequireNothingLeft(Cleaned(), first.Snapshot);
    }

    [Fact]
    public void Of_two_publishers_one_wins_and_the_other_is_told()
    {
        Lake.Build(Items);
        var overtaken = false;
        var error = Assert.Throws<EnvironmentException>(() => Lake.Run(Cleaned(), activity =>
        {
            if (activity == "publishing" && !overtaken)
            {
                overtaken = true;
                Lake.Build(Cleaned("where id > 0"));
            }
        }));
        Assert.Contains("clean.items: somebody else has published meanwhile", error.Message, StringComparison.Ordinal);
        Assert.Equal(["1|apple", "2|pear"], Lake.Rows(All));
        Assert.Single(Lake.Snapshots(Cleaned()));
    }

    [Fact]
    public void An_input_that_is_published_meanwhile_stops_the_publication()
    {
        var first = BuildThenChange();
        var error = Assert.Throws<EnvironmentException>(() => Lake.Run(Cleaned(), activity =>
        {
            if (activity == "checking")
            {
                Items.Items = [(8, "kiwi")];
                Lake.Build(Items);
            }
        }));
        Assert.Equal("clean.items: raw.items, which it is built from or checked against, was published meanwhile; nothing was published: start again", error.Message);
        Assert.Equal(["1|apple", "2|pear"], Lake.Rows(All));
        RequireNothingLeft(Cleaned(), first.Snapshot);
    }

    [Fact]
    public async Task A_build_that_is_stopped_stops_its_query_and_leaves_nothing()
    {
        var first = BuildThenChange();
        Lake.Server.Faults.Add(new QueryFault { Kind = QueryFaultKind.StuckInQueue, Match = "insert into" });
        using var stop = CancellationTokenSource.CreateLinkedTokenSource(Token);
        var building = Task.Run(() => Lake.Run(Cleaned(), cancellationToken: stop.Token), Token);
        while (Lake.Server.Log.Of("athena", "GetQueryExecution").Count == 0 || Lake.Server.Faults.Pending > 0)
        {
            await Task.Delay(TimeSpan.FromMilliseconds(5), Token);
        }

        await stop.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => building);
        Assert.NotEmpty(Lake.Server.Log.Of("athena", "StopQueryExecution"));
        Assert.Equal(["1|apple", "2|pear"], Lake.Rows(All));
        RequireNothingLeft(Cleaned(), first.Snapshot);
    }

    [Fact]
    public void What_a_killed_build_left_goes_with_the_next()
    {
        var first = BuildThenChange();
        // A killed build removes nothing: its draft and its tables are not disposed.
        var draft = Lake.Store.Draft(Cleaned().Table, "killed", "0123abcdef", Lake.Clock.GetUtcNow(), Token);
        BuildTables.Make(Lake.Catalog, draft, Token);
        Lake.Storage.Write($"{draft.Prefix}/data/20261122_054528_00012_abcde", new byte[] { 1, 2, 3 }, Token);

        Lake.Run(Cleaned());
        Assert.Equal(["5|plum", "6|fig"], Lake.Rows(All));
        new GarbageCollector(Lake.Store).RemoveUnfinished([Cleaned().Table.Name]);
        RequireNothingLeft(Cleaned(), Lake.Store.Current(Cleaned().Table.Name, Token)!.Snapshot, first.Snapshot);
    }

    [Theory]
    [InlineData("checking")]
    [InlineData("publishing")]
    public void A_writer_whose_files_another_has_tidied_away_publishes_nothing(string when)
    {
        var first = BuildThenChange();
        // Its lock has ended while it slept: the next writer takes it for dead.
        Assert.ThrowsAny<Exception>(() => Lake.Run(Cleaned(), activity =>
        {
            if (activity == when)
            {
                new GarbageCollector(Lake.Store).RemoveUnfinished([Cleaned().Table.Name], Token);
            }
        }));
        Assert.Equal(["1|apple", "2|pear"], Lake.Rows(All));
        RequireNothingLeft(Cleaned(), first.Snapshot);
    }

    [Fact]
    public void A_step_in_the_task_whose_files_another_has_tidied_away_publishes_nothing()
    {
        Lake.Build(Items);
        var draft = Lake.Store.Draft(Items.Table, "slept", "0123abcdef", Lake.Clock.GetUtcNow(), Token);
        Lake.Storage.Write($"{draft.Prefix}/data/part-0.parquet", new byte[] { 1, 2, 3 }, Token);
        var files = draft.Stored(GlueLayout.Data, Token);
        new GarbageCollector(Lake.Store).RemoveUnfinished([Items.Table.Name], Token);
        var before = Lake.Store.Current(Items.Table.Name, Token)!.Snapshot;
        var error = Assert.Throws<EnvironmentException>(() => draft.Publish(new SnapshotContent(1), files, [], Lake.Clock.GetUtcNow(), Token));
        draft.Dispose();
        Assert.Contains("another writer has taken this one for dead", error.Message, StringComparison.Ordinal);
        Assert.Equal([before], Lake.Snapshots(Items));
    }

    [Fact]
    public void A_catalog_that_drifted_is_told_of()
    {
        Assert.Empty(Lake.Drift());
        Lake.Build(Items, Cleaned());
        Assert.Empty(Lake.Drift());
        var live = Lake.Catalog.Find(Cleaned().Table.Name, Token)!;
        live.StorageDescriptor.Columns[0].Type = "int";
        Assert.True(Lake.Catalog.Update(Zone.Clean, GlueTableInputs.Of(live), live.VersionId, Token));
        Assert.Equal("clean.items: column 1 is id int in the catalog, id bigint as declared", Assert.Single(Lake.Drift()));
    }

    /// <summary>Publishes apple and pear, and then an input that asks for plum and fig.</summary>
    private Manifest BuildThenChange()
    {
        var first = Lake.Build(Items, Cleaned());
        Items.Items = [(5, "plum"), (6, "fig")];
        Lake.Build(Items);
        return first;
    }
}
