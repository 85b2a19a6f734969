using Amazon.Athena;
using Amazon.StepFunctions;
using Recommender.AwsSdk.Tests.Harness;

namespace Recommender.AwsSdk.Tests.Protocol;

public sealed class ResponseTests
{
    [Fact]
    public async Task An_answer_is_read_with_its_times_constants_and_request_id()
    {
        await using var server = new Listener(Answer.Ok(
            """{"QueryExecution":{"QueryExecutionId":"q","Status":{"State":"FAILED","StateChangeReason":"why","SubmissionDateTime":1795326328.47,"AthenaError":{"ErrorCategory":1,"Retryable":true}},"Statistics":{"DataScannedInBytes":12345678901},"SomethingNew":{"A":[1]}}}"""));
        using var athena = Clients.Athena(server);
        var response = await athena.GetQueryExecutionAsync(new() { QueryExecutionId = "q" }, TestContext.Current.CancellationToken);

        var query = response.QueryExecution;
        Assert.Equal(QueryExecutionState.FAILED, query.Status.State);
        Assert.Equal(new DateTime(2026, 11, 22, 5, 45, 28, 470, DateTimeKind.Utc), query.Status.SubmissionDateTime);
        Assert.Null(query.Status.CompletionDateTime);
        Assert.True(query.Status.AthenaError.Retryable);
        Assert.Equal(12345678901, query.Statistics.DataScannedInBytes);
        Assert.Null(query.ExecutionParameters);
        Assert.Equal("request-7", response.ResponseMetadata.RequestId);
        Assert.Equal(System.Net.HttpStatusCode.OK, response.HttpStatusCode);
    }

    [Fact]
    public async Task A_constant_that_is_not_known_keeps_its_text()
    {
        await using var server = new Listener(Answer.Ok("""{"name":"n","status":"PONDERING","startDate":1795326328}"""));
        using var steps = Clients.StepFunctions(server);
        var execution = await steps.DescribeExecutionAsync(new() { ExecutionArn = "a" }, TestContext.Current.CancellationToken);

        Assert.Equal("PONDERING", execution.Status.Value);
        Assert.NotEqual(ExecutionStatus.RUNNING, execution.Status);
        Assert.Equal(new DateTime(2026, 11, 22, 5, 45, 28, DateTimeKind.Utc), execution.StartDate);
    }

    [Fact]
    public async Task Log_events_have_times_in_milliseconds()
    {
        await using var server = new Listener(Answer.Ok("""{"events":[{"timestamp":1795326328470,"message":"line"}],"nextForwardToken":"f/1"}"""));
        using var logs = Clients.Logs(server);
        var events = await logs.GetLogEventsAsync(new() { LogGroupName = "g", LogStreamName = "s" }, TestContext.Current.CancellationToken);

        Assert.Equal(new DateTime(2026, 11, 22, 5, 45, 28, 470, DateTimeKind.Utc), Assert.Single(events.Events).Timestamp);
        Assert.Equal("f/1", events.NextForwardToken);
    }

    [Theory]
    [InlineData("")]
    [InlineData("{}")]
    public async Task An_answer_without_members_is_an_answer(string body)
    {
        await using var server = new Listener(Answer.Ok(body));
        using var glue = Clients.Glue(server);
        var response = await glue.DeleteTableAsync(new() { DatabaseName = "clean", Name = "t" }, TestContext.Current.CancellationToken);

        Assert.Equal("request-7", response.ResponseMetadata.RequestId);
    }
}
