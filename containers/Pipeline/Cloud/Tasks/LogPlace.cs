namespace Recommender.Pipeline.Cloud.Tasks;

/// <summary>Where a task's program writes.</summary>
/// <param name="Group">The log group.</param>
/// <param name="Stream">The log stream.</param>
internal sealed record LogPlace(string Group, string Stream);
