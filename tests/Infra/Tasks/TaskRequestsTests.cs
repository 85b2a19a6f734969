using Recommender.AwsEmulator.Http;
using Recommender.Infra.Tests.Harness;

namespace Recommender.Infra.Tests.Tasks;

/// <summary>What tasks ask AWS for, whatever their roles allow.</summary>
public sealed class TaskRequestsTests
{
    [Fact]
    public async Task No_upload_names_a_key_or_who_may_read_it()
    {
        // The buckets say that, and deny what says otherwise.
        string[] telling = ["x-amz-server-side-encryption", "x-amz-acl", "x-amz-grant"];
        var headers = (await TaskRecording.OfAsync()).SelectMany(task => task.Requests).SelectMany(request => request.RequestHeaders.Keys);

        Assert.DoesNotContain(headers, header => telling.Any(begin => header.StartsWith(begin, StringComparison.OrdinalIgnoreCase)));
    }

    [Fact]
    public async Task A_task_changes_nothing_but_its_own_table()
    {
        var graph = await TaskRecording.GraphAsync();
        Faults.None((await TaskRecording.OfAsync()).SelectMany(task => OwnChanges.Faults(task, graph)));
    }

    [Fact]
    public async Task Only_transformations_ask_Athena_and_each_kind_publishes()
    {
        var tasks = (await TaskRecording.OfAsync()).ToLookup(task => task.Thing);

        Assert.All(JobThings.All, thing =>
        {
            var requests = tasks[thing].SelectMany(task => task.Requests).ToList();
            Assert.Equal(thing == "transform", requests.Any(request => request.Service == "athena"));
            Assert.Contains(requests, request => request.Operation == "UpdateTable");
            Assert.Contains(requests, request => request.Operation is "DeleteObject" or "DeleteObjects");
        });
    }

    [Theory]
    [InlineData("s3", "PutObject", "orders/20260101T030000000Z-0123abcd/data/part-0.parquet", null)]
    [InlineData("s3", "DeleteObject", "orders/20260101T030000000Z-0123abcd/data/part-0.parquet", null)]
    [InlineData("s3", "DeleteObject", "orders/_lock", null)]
    [InlineData("s3", "DeleteObject", "orders/_current.json", "DeleteObject of recommender-uat-raw-123456789012/orders/_current.json")]
    [InlineData("s3", "PutObject", "order_products__prior/_lock", "PutObject of recommender-uat-raw-123456789012/order_products__prior/_lock")]
    [InlineData("glue", "UpdateTable", "orders__quarantine", null)]
    [InlineData("glue", "UpdateTable", "products", "UpdateTable of recommender_uat_raw.products")]
    [InlineData("glue", "DeleteTable", "orders__build_20260101t030000000z_0123abcd", null)]
    [InlineData("glue", "DeleteTable", "orders", "DeleteTable of recommender_uat_raw.orders")]
    public async Task A_change_of_anything_else_is_seen(string service, string operation, string what, string? fault)
    {
        var graph = await TaskRecording.GraphAsync();
        var subject = service == "s3" ? $"{graph.Output("buckets.raw")}/{what}" : "";
        var body = $$"""{ "DatabaseName": "{{graph.Output("databases.raw")}}", "Name": "{{what}}", "TableInput": { "Name": "{{what}}" } }""";
        var request = new LoggedRequest("1", service, operation, subject, "/", body, 200, "", new Dictionary<string, string>(), new Dictionary<string, string>(), null);

        Assert.Equal(fault is null ? [] : [$"ingest (run --only raw.orders): {fault}"], OwnChanges.Faults(new("ingest", ["run", "--only", "raw.orders"], [request]), graph));
    }
}
