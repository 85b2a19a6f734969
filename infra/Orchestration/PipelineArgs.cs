using System.Collections.Immutable;
using Pulumi;
using Recommender.Infra.Components;
using Recommender.Pipeline.Graph;
using Recommender.Pipeline.StateMachine;

namespace Recommender.Infra.Orchestration;

/// <summary>What the pipeline is made of and where it runs.</summary>
public sealed class PipelineArgs : PlatformArgs
{
    /// <summary>The steps to run.</summary>
    public required PipelineGraph Graph { get; init; }

    /// <summary>The cluster that tasks run in.</summary>
    public required Input<string> ClusterArn { get; init; }

    /// <summary>That cluster's name.</summary>
    public required Input<string> ClusterName { get; init; }

    /// <summary>By kind of job, where it runs; every kind is there.</summary>
    public required IReadOnlyDictionary<JobKind, PipelineJob> Jobs { get; init; }

    /// <summary>The private subnets of the tasks.</summary>
    public required Output<ImmutableArray<string>> SubnetIds { get; init; }

    /// <summary>The security group of the tasks.</summary>
    public required Input<string> SecurityGroupId { get; init; }

    /// <summary>The lake, as the program's <c>--lake</c> takes it.</summary>
    public required Input<string> Lake { get; init; }

    /// <summary>The raw bucket's name; deliveries lie in it under the prefix of the settings.</summary>
    public required Input<string> RawBucketName { get; init; }

    /// <summary>The topic that is told of failures.</summary>
    public required Input<string> AlertTopicArn { get; init; }

    /// <summary>The key of logs, execution histories and undelivered starts.</summary>
    public required Input<string> KeyArn { get; init; }
}
