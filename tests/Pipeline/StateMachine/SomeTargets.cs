using Recommender.Pipeline.StateMachine;

namespace Recommender.Pipeline.Tests.StateMachine;

/// <summary>Targets of an account that does not exist.</summary>
internal static class SomeTargets
{
    /// <summary>Four shards and the defaults.</summary>
    public static StateMachineTargets Targets { get; } = new()
    {
        ClusterArn = "arn:aws:ecs:eu-west-1:111122223333:cluster/recommender-test",
        Jobs = JobKinds.All.ToDictionary(
            kind => kind,
            kind => new JobTarget($"arn:aws:ecs:eu-west-1:111122223333:task-definition/recommender-test-{Enum.GetName(kind)!.ToLowerInvariant()}:7", "job", 3600 * (1 + (int)kind))),
        SubnetIds = ["subnet-a", "subnet-b"],
        SecurityGroupIds = ["sg-jobs"],
        AlertTopicArn = "arn:aws:sns:eu-west-1:111122223333:recommender-test-alerts",
        Lake = "s3://recommender-test-111122223333",
        Source = "s3://recommender-test-deliveries/standing",
        Shards = 4,
    };
}
