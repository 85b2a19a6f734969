using Pulumi;

namespace Recommender.Infra.Orchestration;

/// <summary>Where the pipeline's jobs of one kind run, and as whom.</summary>
/// <param name="TaskDefinitionArn">The task definition, with its revision.</param>
/// <param name="ContainerName">The container in it that runs the program.</param>
/// <param name="TaskRoleArn">The role of the program.</param>
/// <param name="ExecutionRoleArn">The role that starts the container.</param>
public sealed record PipelineJob(Input<string> TaskDefinitionArn, string ContainerName, Input<string> TaskRoleArn, Input<string> ExecutionRoleArn);
