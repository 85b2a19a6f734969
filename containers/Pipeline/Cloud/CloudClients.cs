using Amazon.CloudWatchLogs;
using Amazon.ECS;
using Amazon.Runtime;
using Amazon.StepFunctions;
using Recommender.Lake.Aws;
using Recommender.Lake.Errors;
using Recommender.Pipeline.Lakes;

namespace Recommender.Pipeline.Cloud;

/// <summary>The services that run a stack's pipeline.</summary>
internal sealed class CloudClients : IDisposable
{
    /// <summary>Runs of the whole pipeline.</summary>
    public required IAmazonStepFunctions StepFunctions { get; init; }

    /// <summary>Tasks.</summary>
    public required IAmazonECS Ecs { get; init; }

    /// <summary>What tasks write.</summary>
    public required IAmazonCloudWatchLogs Logs { get; init; }

    /// <summary>How often they are asked.</summary>
    public CloudPace Pace { get; init; } = new();

    /// <summary>Clients with the region, the endpoints and the credentials that the environment names.</summary>
    /// <param name="variables">The environment's variables.</param>
    /// <param name="pace">How often they are asked; null for the standard.</param>
    /// <exception cref="EnvironmentException">There is no region, or there are no credentials.</exception>
    public static CloudClients Of(Func<string, string?> variables, CloudPace? pace = null)
    {
        using var common = new AwsClients(AwsAccess.Options(variables));
        try
        {
            var credentials = common.Credentials;
            return new CloudClients
            {
                StepFunctions = new AmazonStepFunctionsClient(credentials, common.Configure(new AmazonStepFunctionsConfig(), "SFN")),
                Ecs = new AmazonECSClient(credentials, common.Configure(new AmazonECSConfig(), "ECS")),
                Logs = new AmazonCloudWatchLogsClient(credentials, common.Configure(new AmazonCloudWatchLogsConfig(), "CLOUDWATCH_LOGS")),
                Pace = pace ?? new CloudPace(),
            };
        }
        catch (Exception error) when (error is AmazonClientException or ArgumentException)
        {
            throw new EnvironmentException(
                $"AWS cannot be reached: {error.Message.Split('\n')[0].TrimEnd()}\nset AWS_REGION, and give credentials: AWS_PROFILE, 'aws sso login', or a role", error);
        }
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        StepFunctions.Dispose();
        Ecs.Dispose();
        Logs.Dispose();
    }
}
