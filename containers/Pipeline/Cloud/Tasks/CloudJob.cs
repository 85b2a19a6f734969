using Amazon.ECS.Model;

namespace Recommender.Pipeline.Cloud.Tasks;

/// <summary>One task to run.</summary>
/// <param name="Label">What it is called: the table, or <c>published.recommendations: shard 3/8</c>.</param>
/// <param name="Request">The call of ECS, as the state machine makes it.</param>
internal sealed record CloudJob(string Label, RunTaskRequest Request)
{
    /// <summary>The container that runs the program.</summary>
    public string Container => Request.Overrides.ContainerOverrides[0].Name;
}
