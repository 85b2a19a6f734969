using Recommender.AwsEmulator.Http;
using Recommender.Lake.Errors;
using Recommender.Lake.Snapshots;
using Recommender.Lake.Tables;
using Recommender.Lake.Tests.Support;

namespace Recommender.Lake.Tests.Building;

/// <summary>What builds ask of AWS is what infra/Compute (LakeRights, TaskRights) lets their tasks do.</summary>
public sealed class NeededRightsTests : AthenaBuildTest
{
    private static readonly string[] _objects = ["ListObjectsV2", "HeadObject", "GetObject", "PutObject", "CopyObject", "DeleteObject", "DeleteObjects"];

    [Fact]
    public void A_transform_task_asks_for_nothing_that_it_may_not()
    {
        Items.Items = [(1, "apple"), (2, "persimmon")];
        Sales.Set(4, (1, 1));
        Sales.Set(5, (1, 1));
        Lake.Build(Items, Sales);
        Lake.Server.Log.Clear();

        Lake.Build(Cleaned(), DayModel.Step());
        Lake.Build(Cleaned("where id > 0"));
        Lake.Store.Rollback(Cleaned().Table.Name, Lake.Clock.GetUtcNow(), Token);
        Assert.Throws<DataException>(() => Lake.Run(Cleaned("where id > 1")));
        new GarbageCollector(Lake.Store).RemoveUnfinished([Cleaned().Table.Name]);
        Lake.Drift();

        Assert.Empty(Operations("s3").Except(_objects));
        Assert.Empty(Operations("glue").Except(["GetTable", "GetTables", "CreateTable", "UpdateTable", "DeleteTable"]));
        Assert.Empty(Operations("athena").Except(["StartQueryExecution", "GetQueryExecution", "GetQueryResults", "StopQueryExecution"]));
        // Raw tables it only reads: their objects, and their places in the catalog.
        Assert.Empty(Subjects("s3", Lake.Stack.Bucket(Zone.Raw)).Except(["ListObjectsV2", "HeadObject", "GetObject"]));
        Assert.DoesNotContain(Lake.Server.Log.Of("glue"), request => request.Operation != "GetTable" && request.RequestBody.Contains(Lake.Stack.Database(Zone.Raw), StringComparison.Ordinal));
    }

    [Fact]
    public void A_task_that_builds_by_itself_finds_and_moves_tables_and_asks_Athena_nothing()
    {
        Lake.Build(Items);
        Items.Items = [(1, "plum")];
        Lake.Build(Items);
        Assert.Empty(Operations("athena"));
        Assert.Empty(Operations("glue").Except(["GetTable", "UpdateTable"]));
        Assert.Empty(Operations("s3").Except(_objects));
        // The role of ingestion may write below the prefixes of raw tables alone.
        Assert.All(
            Lake.Server.Log.Of("s3").Where(request => request.Operation is "PutObject" or "DeleteObject"),
            request => Assert.StartsWith($"{Lake.Stack.Bucket(Zone.Raw)}/items/", request.Subject, StringComparison.Ordinal));
    }

    private IEnumerable<string> Operations(string service) => Lake.Server.Log.Of(service).Select(Operation).Distinct();

    private IEnumerable<string> Subjects(string service, string bucket) =>
        Lake.Server.Log.Of(service).Where(request => request.Subject.StartsWith(bucket, StringComparison.Ordinal)).Select(Operation).Distinct();

    private static string Operation(LoggedRequest request) => request.Operation;
}
