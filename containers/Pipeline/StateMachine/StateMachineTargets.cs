namespace Recommender.Pipeline.StateMachine;

/// <summary>What a rendered state machine refers to: plain values, known by the time it is rendered.</summary>
public sealed record StateMachineTargets
{
    /// <summary>The default of <see cref="Shards"/>: 8.</summary>
    public const int DefaultShards = 8;

    /// <summary>The most shards: 40, as many as an inline Map state runs at once.</summary>
    public const int MostShards = 40;

    /// <summary>The default of <see cref="Attempts"/>: 3.</summary>
    public const int DefaultAttempts = 3;

    /// <summary>The default of <see cref="BackOffSeconds"/>: 60.</summary>
    public const int DefaultBackOffSeconds = 60;

    /// <summary>The default of <see cref="TimeoutSeconds"/>: 12 hours.</summary>
    public const int DefaultTimeoutSeconds = 12 * 60 * 60;

    /// <summary>The ECS cluster.</summary>
    public required string ClusterArn { get; init; }

    /// <summary>By kind of job, where it runs; every kind is there.</summary>
    public required IReadOnlyDictionary<JobKind, JobTarget> Jobs { get; init; }

    /// <summary>The private subnets that tasks run in; at least one.</summary>
    public required IReadOnlyList<string> SubnetIds { get; init; }

    /// <summary>The security groups of the tasks; at least one.</summary>
    public required IReadOnlyList<string> SecurityGroupIds { get; init; }

    /// <summary>The SNS topic that is told of failures.</summary>
    public required string AlertTopicArn { get; init; }

    /// <summary>The lake, as <c>--lake</c> takes it.</summary>
    public required string Lake { get; init; }

    /// <summary>The delivery, as <c>--source</c> takes it, where an execution's input names no other.</summary>
    public required string Source { get; init; }

    /// <summary>Tasks that score at once; 1 to 40, 8 by default. With 1 scoring is one task like any other.</summary>
    public int Shards { get; init; } = DefaultShards;

    /// <summary>How often a step is tried at most where the environment fails; 1 to 5, 3 by default.</summary>
    public int Attempts { get; init; } = DefaultAttempts;

    /// <summary>Seconds before the second attempt; each later wait is two to three times the one before; 1 to 600, 60 by default.</summary>
    public int BackOffSeconds { get; init; } = DefaultBackOffSeconds;

    /// <summary>Seconds that an execution may take as a whole; at least 60, 12 hours by default.</summary>
    public int TimeoutSeconds { get; init; } = DefaultTimeoutSeconds;

    /// <summary>All faults at once; empty where the targets are sound.</summary>
    public IEnumerable<string> Faults()
    {
        foreach (var (name, value) in Texts().Where(text => string.IsNullOrWhiteSpace(text.Value)))
        {
            yield return $"{name} is empty";
        }

        foreach (var kind in JobKinds.All.Where(kind => !Jobs.ContainsKey(kind)))
        {
            yield return $"{nameof(Jobs)} has no {kind}";
        }

        foreach (var (name, value, least, most) in Numbers().Where(number => number.Value < number.Least || number.Value > number.Most))
        {
            yield return $"{name} is {value}: must be from {least} to {most}";
        }

        if (SubnetIds.Count == 0)
        {
            yield return $"{nameof(SubnetIds)} is empty";
        }

        if (SecurityGroupIds.Count == 0)
        {
            yield return $"{nameof(SecurityGroupIds)} is empty";
        }
    }

    private IEnumerable<(string Name, string Value)> Texts() =>
    [
        (nameof(ClusterArn), ClusterArn),
        (nameof(AlertTopicArn), AlertTopicArn),
        (nameof(Lake), Lake),
        (nameof(Source), Source),
        .. Jobs.Select(job => ($"{nameof(JobTarget.TaskDefinitionArn)} of {job.Key}", job.Value.TaskDefinitionArn)),
        .. Jobs.Select(job => ($"{nameof(JobTarget.ContainerName)} of {job.Key}", job.Value.ContainerName)),
    ];

    private IEnumerable<(string Name, int Value, int Least, int Most)> Numbers() =>
    [
        (nameof(Shards), Shards, 1, MostShards),
        (nameof(Attempts), Attempts, 1, 5),
        (nameof(BackOffSeconds), BackOffSeconds, 1, 600),
        (nameof(TimeoutSeconds), TimeoutSeconds, 60, 31_536_000),
        .. Jobs.Select(job => ($"{nameof(JobTarget.TimeoutSeconds)} of {job.Key}", job.Value.TimeoutSeconds, 60, 31_536_000)),
    ];
}
