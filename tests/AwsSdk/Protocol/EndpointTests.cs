using Amazon;
using Amazon.Athena;
using Amazon.Athena.Model;
using Amazon.CloudWatchLogs;
using Amazon.Runtime;
using Amazon.Runtime.Endpoints;
using Amazon.SecurityToken;
using Amazon.StepFunctions;
using Recommender.AwsSdk.Tests.Harness;

namespace Recommender.AwsSdk.Tests.Protocol;

/// <summary>Where a call goes. These tests set the process's environment, so nothing runs beside them.</summary>
[CollectionDefinition(nameof(EndpointTests), DisableParallelization = true)]
[Collection(nameof(EndpointTests))]
public sealed class EndpointTests : IDisposable
{
    private static readonly string[] _variables = ["AWS_ENDPOINT_URL", "AWS_ENDPOINT_URL_ATHENA", "AWS_ENDPOINT_URL_CLOUDWATCH_LOGS", "AWS_REGION", "AWS_ACCESS_KEY_ID", "AWS_SECRET_ACCESS_KEY"];
    private readonly Dictionary<string, string?> _before = _variables.ToDictionary(name => name, Environment.GetEnvironmentVariable);

    public void Dispose()
    {
        foreach (var (name, value) in _before)
        {
            Environment.SetEnvironmentVariable(name, value);
        }
    }

    [Theory]
    [InlineData("eu-west-1", "https://states.eu-west-1.amazonaws.com/")]
    [InlineData("cn-north-1", "https://states.cn-north-1.amazonaws.com.cn/")]
    public void A_service_is_in_its_region(string region, string expected)
    {
        var config = new AmazonStepFunctionsConfig { RegionEndpoint = RegionEndpoint.GetBySystemName(region) };
        Assert.Equal(expected, Endpoint(config));
    }

    [Fact]
    public void A_FIPS_endpoint_has_its_own_host()
    {
        var config = new AmazonAthenaConfig { RegionEndpoint = RegionEndpoint.USEast1, UseFIPSEndpoint = true };
        Assert.Equal("https://athena-fips.us-east-1.amazonaws.com/", Endpoint(config));
    }

    [Fact]
    public async Task The_environment_names_region_credentials_and_endpoint_of_all_services()
    {
        await using var server = new Listener(Answer.Ok("""{"stateMachines":[]}"""));
        Set("AWS_ENDPOINT_URL", server.Address);
        Set("AWS_REGION", "eu-central-1");
        Set("AWS_ACCESS_KEY_ID", "AKIDENVIRONMENT");
        Set("AWS_SECRET_ACCESS_KEY", "secret");
        using var steps = new AmazonStepFunctionsClient();
        await steps.ListStateMachinesAsync(new(), TestContext.Current.CancellationToken);

        Assert.Contains("Credential=AKIDENVIRONMENT/", Assert.Single(server.Received).Headers["Authorization"], StringComparison.Ordinal);
        Assert.Contains("/eu-central-1/states/aws4_request", server.Received[0].Headers["Authorization"], StringComparison.Ordinal);
    }

    [Fact]
    public async Task One_services_endpoint_goes_before_that_of_all()
    {
        await using var all = new Listener(Answer.Ok());
        await using var athenas = new Listener(Answer.Ok());
        await using var logs = new Listener(Answer.Ok());
        Set("AWS_REGION", "eu-central-1");
        Set("AWS_ENDPOINT_URL", all.Address);
        Set("AWS_ENDPOINT_URL_ATHENA", athenas.Address);
        Set("AWS_ENDPOINT_URL_CLOUDWATCH_LOGS", logs.Address);
        using var athena = new AmazonAthenaClient(Clients.Credentials);
        using var reader = new AmazonCloudWatchLogsClient(Clients.Credentials, RegionEndpoint.EUWest1);
        await athena.GetQueryExecutionAsync(new() { QueryExecutionId = "q" }, TestContext.Current.CancellationToken);
        await reader.GetLogEventsAsync(new(), TestContext.Current.CancellationToken);

        Assert.Empty(all.Received);
        Assert.Single(athenas.Received);
        Assert.Single(logs.Received);
    }

    [Fact]
    public async Task An_endpoint_that_the_program_sets_goes_before_the_environments()
    {
        await using var server = new Listener(Answer.Ok());
        Set("AWS_ENDPOINT_URL", "http://127.0.0.1:9");
        using var athena = Clients.Athena(server);
        await athena.GetQueryExecutionAsync(new() { QueryExecutionId = "q" }, TestContext.Current.CancellationToken);

        Assert.Single(server.Received);
    }

    [Theory]
    [InlineData(true, null)]
    [InlineData(true, "eu-west-1")]
    [InlineData(false, null)]
    [InlineData(false, "eu-west-1")]
    public async Task The_region_signed_for_is_the_one_that_a_published_package_signs_for(bool endpointInEnvironment, string? region)
    {
        await using var server = new Listener(new Answer(400));
        Set("AWS_REGION", "eu-central-1");
        Set("AWS_ENDPOINT_URL", endpointInEnvironment ? server.Address : "");
        using var athena = new AmazonAthenaClient(Clients.Credentials, With(new AmazonAthenaConfig()));
        using var published = new AmazonSecurityTokenServiceClient(Clients.Credentials, With(new AmazonSecurityTokenServiceConfig()));
        await Assert.ThrowsAsync<AmazonAthenaException>(() => athena.GetQueryExecutionAsync(new(), TestContext.Current.CancellationToken));
        await Assert.ThrowsAsync<AmazonSecurityTokenServiceException>(() => published.GetCallerIdentityAsync(new(), TestContext.Current.CancellationToken));

        var regions = server.Received.Select(request => request.Headers["Authorization"].Split('/')[2]).ToList();
        Assert.Equal(regions[1], regions[0]);

        T With<T>(T config)
            where T : ClientConfig
        {
            config.AuthenticationRegion = region;
            if (!endpointInEnvironment)
            {
                config.ServiceURL = server.Address;
            }

            return config;
        }
    }

    [Fact]
    public void Dual_stack_is_refused_rather_than_ignored()
    {
        StandIns.Require();
        var config = new AmazonAthenaConfig { RegionEndpoint = RegionEndpoint.EUWest1, UseDualstackEndpoint = true };
        Assert.Throws<AmazonClientException>(() => Endpoint(config));
    }

    private static string Endpoint(ClientConfig config) =>
        new Uri(config.DetermineServiceOperationEndpoint(new ServiceOperationEndpointParameters(new StopQueryExecutionRequest())).URL).AbsoluteUri;

    private static void Set(string name, string value) => Environment.SetEnvironmentVariable(name, value);
}
