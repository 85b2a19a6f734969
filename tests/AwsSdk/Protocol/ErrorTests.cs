using System.Net;
using Amazon.Athena;
using Amazon.Athena.Model;
using Amazon.ECS.Model;
using Amazon.Glue;
using Amazon.Glue.Model;
using Amazon.StepFunctions.Model;
using Recommender.AwsSdk.Tests.Harness;
using Task = System.Threading.Tasks.Task;

namespace Recommender.AwsSdk.Tests.Protocol;

public sealed class ErrorTests
{
    [Fact]
    public async Task An_error_has_its_class_code_message_status_and_request_id()
    {
        await using var server = new Listener(Answer.Error("EntityNotFoundException", "Entity Not Found"));
        using var glue = Clients.Glue(server);
        var fault = await Assert.ThrowsAsync<EntityNotFoundException>(() => glue.GetTableAsync(new() { Name = "t" }, TestContext.Current.CancellationToken));

        Assert.Equal("EntityNotFoundException", fault.ErrorCode);
        Assert.Equal("Entity Not Found", fault.Message);
        Assert.Equal("request-7", fault.RequestId);
        Assert.Equal(HttpStatusCode.BadRequest, fault.StatusCode);
        Assert.Single(server.Received);
    }

    [Theory]
    [InlineData("com.amazonaws.glue#ConcurrentModificationException")]
    [InlineData("ConcurrentModificationException")]
    public async Task A_name_space_before_the_code_is_dropped(string type)
    {
        await using var server = new Listener(Answer.Error(type));
        using var glue = Clients.Glue(server);
        await Assert.ThrowsAsync<ConcurrentModificationException>(() => glue.UpdateTableAsync(new(), TestContext.Current.CancellationToken));
    }

    [Fact]
    public async Task The_code_can_stand_in_a_header_and_the_message_begin_with_a_capital()
    {
        await using var server = new Listener(new Answer(400, """{"Message":"exists"}""", "AlreadyExistsException:http://internal/"));
        using var glue = Clients.Glue(server);
        var fault = await Assert.ThrowsAsync<AlreadyExistsException>(() => glue.CreateTableAsync(new(), TestContext.Current.CancellationToken));
        Assert.Equal("exists", fault.Message);
    }

    [Fact]
    public async Task An_error_whose_name_does_not_end_in_Exception_has_a_class_that_does()
    {
        await using var server = new Listener(Answer.Error("ExecutionAlreadyExists"));
        using var steps = Clients.StepFunctions(server);
        var fault = await Assert.ThrowsAsync<ExecutionAlreadyExistsException>(() => steps.StartExecutionAsync(new(), TestContext.Current.CancellationToken));
        Assert.Equal("ExecutionAlreadyExists", fault.ErrorCode);
    }

    [Fact]
    public async Task Members_of_an_error_beyond_its_message_are_read()
    {
        await using var server = new Listener(new Answer(400, """{"__type":"TooManyRequestsException","Message":"slow","Reason":"CONCURRENT_QUERY_LIMIT_EXCEEDED"}"""));
        using var athena = Clients.Athena(server, retries: 0);
        var fault = await Assert.ThrowsAsync<TooManyRequestsException>(() => athena.StartQueryExecutionAsync(new(), TestContext.Current.CancellationToken));
        Assert.Equal(ThrottleReason.CONCURRENT_QUERY_LIMIT_EXCEEDED, fault.Reason);
    }

    [Fact]
    public async Task An_error_without_a_class_is_the_services_own()
    {
        await using var server = new Listener(Answer.Error("SomethingNewException", "not you"));
        using var glue = Clients.Glue(server);
        var fault = await Assert.ThrowsAsync<AmazonGlueException>(() => glue.GetTableAsync(new(), TestContext.Current.CancellationToken));
        Assert.Equal("SomethingNewException", fault.ErrorCode);
    }

    [Fact]
    public async Task An_error_that_is_no_JSON_is_still_the_services_fault()
    {
        await using var server = new Listener(new Answer(403, "<html>proxy</html>"));
        using var ecs = Clients.Ecs(server, retries: 0);
        await Assert.ThrowsAnyAsync<Amazon.Runtime.AmazonServiceException>(() => ecs.StopTaskAsync(new() { Task = "t" }, TestContext.Current.CancellationToken));
    }

    [Fact]
    public async Task A_missing_cluster_is_told_apart()
    {
        await using var server = new Listener(Answer.Error("ClusterNotFoundException"));
        using var ecs = Clients.Ecs(server);
        await Assert.ThrowsAsync<ClusterNotFoundException>(() => ecs.RunTaskAsync(new() { Cluster = "x" }, TestContext.Current.CancellationToken));
    }
}
