using Amazon;
using Amazon.Athena;
using Amazon.CloudWatchLogs;
using Amazon.ECS;
using Amazon.Glue;
using Amazon.Runtime;
using Amazon.StepFunctions;

namespace Recommender.AwsSdk.Tests.Harness;

/// <summary>Clients of a listener, with credentials that nobody checks.</summary>
internal static class Clients
{
    public static BasicAWSCredentials Credentials { get; } = new("AKIDEXAMPLE", "secret");

    public static AmazonAthenaClient Athena(Listener server, int retries = 2) => new(Credentials, To(new AmazonAthenaConfig(), server, retries));

    public static AmazonGlueClient Glue(Listener server, int retries = 2) => new(Credentials, To(new AmazonGlueConfig(), server, retries));

    public static AmazonECSClient Ecs(Listener server, int retries = 2) => new(Credentials, To(new AmazonECSConfig(), server, retries));

    public static AmazonStepFunctionsClient StepFunctions(Listener server, int retries = 2) =>
        new(Credentials, To(new AmazonStepFunctionsConfig(), server, retries));

    public static AmazonCloudWatchLogsClient Logs(Listener server, int retries = 2) => new(Credentials, To(new AmazonCloudWatchLogsConfig(), server, retries));

    private static T To<T>(T config, Listener server, int retries)
        where T : ClientConfig
    {
        config.ServiceURL = server.Address;
        config.AuthenticationRegion = RegionEndpoint.EUWest1.SystemName;
        config.MaxErrorRetry = retries;
        return config;
    }
}
