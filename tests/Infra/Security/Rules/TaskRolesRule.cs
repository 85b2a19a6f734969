using Recommender.Infra.Tests.Harness;

namespace Recommender.Infra.Tests.Security.Rules;

/// <summary>What starts a task (pulling its image, reading its secrets) and what the task does are two roles.</summary>
internal sealed class TaskRolesRule() : ResourceRule("ecs/taskDefinition:TaskDefinition", "CKV_AWS_249")
{
    /// <inheritdoc/>
    protected override IEnumerable<(string, bool, string)> Requirements(StackGraph graph, GraphResource resource)
    {
        var (task, execution) = (resource.Text("taskRoleArn"), resource.Text("executionRoleArn"));
        yield return ("CKV_AWS_249", task is not null && execution is not null && task != execution, "has not two different roles");
    }
}
