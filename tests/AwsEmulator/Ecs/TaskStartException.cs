namespace Recommender.AwsEmulator.Ecs;

/// <summary>A task that never starts.</summary>
/// <param name="reason">As ECS says it, such as <c>CannotPullContainerError: …</c>.</param>
public sealed class TaskStartException(string reason) : Exception(reason);
