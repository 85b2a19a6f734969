namespace Recommender.Pipeline.StateMachine;

/// <summary>Where the jobs of one kind run.</summary>
/// <param name="TaskDefinitionArn">The ECS task definition, with its revision.</param>
/// <param name="ContainerName">The container in it that runs the program.</param>
/// <param name="TimeoutSeconds">A task that runs longer is stopped, and its step fails; at least 60.</param>
public sealed record JobTarget(string TaskDefinitionArn, string ContainerName, int TimeoutSeconds);
