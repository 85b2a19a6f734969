using Amazon.ECS.Model;
using EcsTask = Amazon.ECS.Model.Task;

namespace Recommender.Pipeline.Tests.Cloud.Fakes;

/// <summary>A task that the fake has taken.</summary>
internal sealed class FakeTask(EcsTask told, RunTaskRequest request, FakeOutcome outcome)
{
    /// <summary>What DescribeTasks tells.</summary>
    public EcsTask Told => told;

    /// <summary>The call that started it.</summary>
    public RunTaskRequest Request => request;

    /// <summary>What becomes of it.</summary>
    public FakeOutcome Outcome => outcome;

    /// <summary>Its command.</summary>
    public string Line => string.Join(' ', request.Overrides.ContainerOverrides[0].Command);

    /// <summary>Its id.</summary>
    public string Id => told.TaskArn[(told.TaskArn.LastIndexOf('/') + 1)..];
}
