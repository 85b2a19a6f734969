using Recommender.AwsEmulator.Http;
using Recommender.Tests;

namespace Recommender.Emulator.Tests.Models;

/// <summary>That the check of what goes over the wire finds what is wrong.</summary>
public sealed class WireCheckTests
{
    public WireCheckTests()
    {
        if (DebianPackages.Require("python3-botocore") is { } reason)
        {
            Assert.Skip(reason);
        }
    }

    [Theory]
    [InlineData("athena", "StartQueryExecution", """{"WorkGroup":"jobs"}""", "QueryString is missing")]
    [InlineData("athena", "StartQueryExecution", """{"QueryString":"select 1","Sql":"x"}""", "Sql is no member of StartQueryExecutionInput")]
    [InlineData("athena", "StartQueryExecution", """{"QueryString":1}""", "StartQueryExecutionInput.QueryString: Number is no string")]
    [InlineData("athena", "StartQueryExecution", """{"QueryString":""}""", "StartQueryExecutionInput.QueryString: 0 is not from 1 to 262144")]
    [InlineData("athena", "StartQueryExecution", """{"QueryString":"x","WorkGroup":"a b"}""", "StartQueryExecutionInput.WorkGroup: 'a b' does not match")]
    [InlineData("athena", "StartQueryExecution", """{"QueryString":"x","QueryExecutionContext":[]}""", "StartQueryExecutionInput.QueryExecutionContext: Array is no structure")]
    [InlineData("athena", "GetQueryResults", """{"QueryExecutionId":"x","MaxResults":1001}""", "GetQueryResultsInput.MaxResults: 1001 is not from 1 to 1000")]
    [InlineData("athena", "GetQueryResults", """{"QueryExecutionId":"x","MaxResults":1.5}""", "GetQueryResultsInput.MaxResults: Number is no integer")]
    [InlineData("glue", "UpdateTable", """{"DatabaseName":"d","TableInput":{"Name":"t","CreateTime":1}}""", "CreateTime is no member of TableInput")]
    [InlineData("glue", "UpdateTable", """{"DatabaseName":"d","TableInput":{"Name":"t","Parameters":{"a":1}}}""", "UpdateTableRequest.TableInput.Parameters[a]: Number is no string")]
    [InlineData("ecs", "RunTask", """{"taskDefinition":"t","launchType":"fargate"}""", "RunTaskRequest.launchType: 'fargate' is none of the values")]
    [InlineData("ecs", "DescribeTasks", """{"tasks":["a",null]}""", "DescribeTasksRequest.tasks[1]: null is no string")]
    [InlineData("states", "StartExecution", """{"stateMachineArn":""}""", "StartExecutionInput.stateMachineArn: 0 is not from 1 to 256")]
    [InlineData("logs", "GetLogEvents", """{"logGroupName":"g","logStreamName":"s","startFromHead":"yes"}""", "GetLogEventsRequest.startFromHead: String is no boolean")]
    public void A_wrong_request_is_found(string service, string operation, string body, string fault) =>
        Assert.Contains(fault, Assert.Single(WireCheck.Faults([Logged(service, operation, body, 200, Answer(service, operation))])), StringComparison.Ordinal);

    [Theory]
    [InlineData("athena", "StopQueryExecution", """{"QueryExecutionId":"x"}""", 200, """{"Done":true}""", "Done is no member of StopQueryExecutionOutput")]
    [InlineData("athena", "GetQueryExecution", """{"QueryExecutionId":"x"}""", 200, """{"QueryExecution":{"Status":{"State":"DONE"}}}""", "'DONE' is none of the values")]
    [InlineData("athena", "GetQueryExecution", """{"QueryExecutionId":"x"}""", 200, """{"QueryExecution":{"Status":{"SubmissionDateTime":"2026-11-22"}}}""", "String is no timestamp")]
    [InlineData("states", "StartExecution", """{"stateMachineArn":"arn"}""", 200, """{"executionArn":"arn"}""", "startDate is missing")]
    [InlineData("glue", "GetTable", "", 400, """{"__type":"NoSuchTable"}""", "'NoSuchTable' is no error of it")]
    [InlineData("glue", "MoveTable", "", 400, """{"__type":"ThrottlingException"}""", "glue has no operation MoveTable")]
    public void A_wrong_answer_is_found(string service, string operation, string request, int status, string answer, string fault) =>
        Assert.Contains(fault, Assert.Single(WireCheck.Faults([Logged(service, operation, request, status, answer)])), StringComparison.Ordinal);

    [Fact]
    public void What_is_right_passes()
    {
        Assert.Empty(WireCheck.Faults([
            Logged("glue", "UpdateTable", """{"DatabaseName":"d","TableInput":{"Name":"t","Parameters":{"a":"ü😀"}},"VersionId":"1"}""", 200, "{}"),
            Logged("glue", "UpdateTable", "{}", 400, """{"__type":"ConcurrentModificationException","message":"x"}"""),
            Logged("ecs", "RunTask", """{"taskDefinition":"t","clientToken":"x"}""", 200, """{"tasks":[],"failures":[]}"""),
            Logged("s3", "PutObject", "", 200, ""),
        ]));
    }

    [Fact]
    public async Task Every_service_has_the_target_and_version_of_its_model()
    {
        await using var server = await AwsEmulator.AwsEmulatorServer.StartAsync(new(), TestContext.Current.CancellationToken);

        Assert.Equal(ServiceModel.Services.Order(StringComparer.Ordinal), server.Services.Select(service => service.Name).Order(StringComparer.Ordinal));
        Assert.All(server.Services, service => Assert.Equal((ServiceModel.Of(service.Name).Target, ServiceModel.Of(service.Name).JsonVersion), (service.Target, service.Version)));
    }

    private static string Answer(string service, string operation) => (service, operation) switch
    {
        ("states", "StartExecution") => """{"executionArn":"arn","startDate":1.5}""",
        _ => "{}",
    };

    private static LoggedRequest Logged(string service, string operation, string request, int status, string response) =>
        new("id", service, operation, "", "/", request, status, response, new Dictionary<string, string>(), new Dictionary<string, string>(), null);
}
