using Amazon.ECS;
using Amazon.Runtime;
using Recommender.Lake.Errors;
using Recommender.Pipeline.Cloud;

namespace Recommender.Pipeline.Tests.Cloud;

public sealed class CloudClientsTests
{
    [Fact]
    public void Clients_go_where_the_environment_says()
    {
        using var clients = Of(("AWS_REGION", "eu-central-1"), ("AWS_ENDPOINT_URL", "http://127.0.0.1:4566"), ("AWS_ENDPOINT_URL_ECS", "http://127.0.0.1:4567"));

        Assert.Equal("http://127.0.0.1:4567/", clients.Ecs.Config.ServiceURL);
        Assert.Equal("http://127.0.0.1:4566/", clients.StepFunctions.Config.ServiceURL);
        Assert.Equal("eu-central-1", clients.Logs.Config.AuthenticationRegion);
    }

    [Fact]
    public void Calls_are_tried_again_and_do_not_wait_for_ever()
    {
        using var clients = Of(("AWS_REGION", "eu-central-1"));

        Assert.Equal("eu-central-1", clients.Ecs.Config.RegionEndpoint.SystemName);
        Assert.Equal(5, clients.Ecs.Config.MaxErrorRetry);
        Assert.NotNull(clients.Ecs.Config.Timeout);
    }

    [Fact]
    public async Task A_call_that_fails_is_the_environments_fault_and_names_the_request()
    {
        var refusal = new AmazonECSException("User is not authorized", null, ErrorType.Sender, "AccessDeniedException", "request-7", System.Net.HttpStatusCode.BadRequest);
        var fault = await Assert.ThrowsAsync<EnvironmentException>(() => CloudCall.Async<int>("ECS ListTasks", _ => throw refusal, TestContext.Current.CancellationToken));
        Assert.Equal("ECS ListTasks failed: AccessDeniedException: User is not authorized (request request-7)", fault.Message);
    }

    private static CloudClients Of(params (string Name, string Value)[] variables)
    {
        var known = variables.Append(("AWS_ACCESS_KEY_ID", "key")).Append(("AWS_SECRET_ACCESS_KEY", "secret")).ToDictionary(pair => pair.Item1, pair => pair.Item2);
        return CloudClients.Of(name => known.GetValueOrDefault(name));
    }
}
