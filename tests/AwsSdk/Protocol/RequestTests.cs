using Amazon.CloudWatchLogs.Model;
using Amazon.ECS;
using Amazon.ECS.Model;
using Amazon.Glue.Model;
using Recommender.AwsSdk.Tests.Harness;
using Task = System.Threading.Tasks.Task;

namespace Recommender.AwsSdk.Tests.Protocol;

public sealed class RequestTests
{
    [Fact]
    public async Task A_request_names_its_operation_and_is_signed_for_its_service_and_region()
    {
        await using var server = new Listener(Answer.Ok("""{"QueryExecutionId":"q"}"""));
        using var athena = Clients.Athena(server);
        await athena.StartQueryExecutionAsync(new() { QueryString = "select 1", WorkGroup = "jobs" }, TestContext.Current.CancellationToken);

        var request = Assert.Single(server.Received);
        Assert.Equal("POST / HTTP/1.1", request.StartLine);
        Assert.Equal("AmazonAthena.StartQueryExecution", request.Headers["X-Amz-Target"]);
        Assert.Equal("application/x-amz-json-1.1", request.Headers["Content-Type"]);
        Assert.Matches("^AWS4-HMAC-SHA256 Credential=AKIDEXAMPLE/[0-9]{8}/eu-west-1/athena/aws4_request, SignedHeaders=.*x-amz-target.*, Signature=[0-9a-f]{64}$", request.Headers["Authorization"]);
        Assert.Equal("select 1", (string?)request.Json["QueryString"]);
        Assert.Equal("jobs", (string?)request.Json["WorkGroup"]);
        Assert.Equal(["ClientRequestToken", "QueryString", "WorkGroup"], request.Json.Select(member => member.Key).Order());
    }

    [Fact]
    public async Task A_service_that_signs_under_another_name_is_signed_for_that()
    {
        await using var server = new Listener(Answer.Ok("""{"stateMachines":[]}"""));
        using var steps = Clients.StepFunctions(server);
        await steps.ListStateMachinesAsync(new(), TestContext.Current.CancellationToken);

        var request = Assert.Single(server.Received);
        Assert.Contains("/eu-west-1/states/aws4_request", request.Headers["Authorization"], StringComparison.Ordinal);
        Assert.Equal("AWSStepFunctions.ListStateMachines", request.Headers["X-Amz-Target"]);
        Assert.Equal("application/x-amz-json-1.0", request.Headers["Content-Type"]);
        Assert.Equal("{}", request.Body);
    }

    [Fact]
    public async Task An_idempotency_token_is_made_where_the_caller_gives_none()
    {
        await using var server = new Listener(Answer.Ok());
        using var athena = Clients.Athena(server);
        await athena.StartQueryExecutionAsync(new() { QueryString = "select 1" }, TestContext.Current.CancellationToken);
        await athena.StartQueryExecutionAsync(new() { QueryString = "select 1" }, TestContext.Current.CancellationToken);
        await athena.StartQueryExecutionAsync(new() { QueryString = "select 1", ClientRequestToken = "mine" }, TestContext.Current.CancellationToken);

        var tokens = server.Received.Select(request => (string?)request.Json["ClientRequestToken"]).ToList();
        Assert.True(Guid.TryParse(tokens[0], out _));
        Assert.NotEqual(tokens[0], tokens[1]);
        Assert.Equal("mine", tokens[2]);
    }

    [Fact]
    public async Task Members_are_camel_case_where_the_service_wants_it_and_keys_of_maps_stay()
    {
        await using var server = new Listener(Answer.Ok());
        using var ecs = Clients.Ecs(server);
        await ecs.RunTaskAsync(
            new()
            {
                Cluster = "jobs",
                LaunchType = LaunchType.FARGATE,
                Count = 1,
                NetworkConfiguration = new() { AwsvpcConfiguration = new() { Subnets = ["subnet-1"], AssignPublicIp = AssignPublicIp.DISABLED } },
                Overrides = new() { ContainerOverrides = [new() { Name = "job", Command = ["run"], Environment = [new() { Name = "A_B", Value = "C" }] }] },
            },
            TestContext.Current.CancellationToken);

        var body = Assert.Single(server.Received).Json;
        Assert.True(Guid.TryParse((string?)body["clientToken"], out _));
        body.Remove("clientToken");
        Assert.Equal(
            """{"cluster":"jobs","count":1,"launchType":"FARGATE","networkConfiguration":{"awsvpcConfiguration":{"assignPublicIp":"DISABLED","subnets":["subnet-1"]}},"overrides":{"containerOverrides":[{"command":["run"],"environment":[{"name":"A_B","value":"C"}],"name":"job"}]}}""",
            body.ToJsonString());
    }

    [Fact]
    public async Task Times_are_seconds_for_Glue_and_milliseconds_for_Logs()
    {
        await using var server = new Listener(Answer.Ok());
        using var glue = Clients.Glue(server);
        using var logs = Clients.Logs(server);
        var moment = new DateTime(2026, 11, 22, 5, 45, 28, 470, DateTimeKind.Utc);
        await glue.GetTableAsync(new() { DatabaseName = "clean", Name = "orders", QueryAsOfTime = moment.AddMilliseconds(-470) }, TestContext.Current.CancellationToken);
        await logs.GetLogEventsAsync(new() { LogGroupName = "g", StartTime = moment }, TestContext.Current.CancellationToken);
        await logs.FilterLogEventsAsync(new() { LogGroupName = "g", StartTime = 1795326328470 }, TestContext.Current.CancellationToken);

        Assert.Equal("1795326328", server.Received[0].Json["QueryAsOfTime"]!.ToJsonString());
        Assert.Equal("1795326328470", server.Received[1].Json["startTime"]!.ToJsonString());
        Assert.Equal("1795326328470", server.Received[2].Json["startTime"]!.ToJsonString());
    }

    [Fact]
    public async Task Nothing_of_the_runtimes_own_base_classes_is_sent()
    {
        await using var server = new Listener(Answer.Ok());
        using var glue = Clients.Glue(server);
        await glue.UpdateTableAsync(
            new()
            {
                DatabaseName = "clean",
                VersionId = "7",
                TableInput = new TableInput { Name = "orders", Parameters = new() { ["recommender.snapshot"] = "x", ["EXTERNAL"] = "TRUE" } },
            },
            TestContext.Current.CancellationToken);

        Assert.Equal(
            """{"DatabaseName":"clean","TableInput":{"Name":"orders","Parameters":{"recommender.snapshot":"x","EXTERNAL":"TRUE"}},"VersionId":"7"}""",
            Assert.Single(server.Received).Body);
    }
}
