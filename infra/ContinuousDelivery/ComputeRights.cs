using Recommender.Infra.Policies;

namespace Recommender.Infra.ContinuousDelivery;

/// <summary>Changing what runs: cluster, tasks, service, state machines, schedules, rules.</summary>
internal static class ComputeRights
{
    /// <summary>The statements.</summary>
    public static IReadOnlyList<PolicyStatement> Of(StackScope scope) =>
    [
        new("ChangeTasks")
        {
            Actions =
            [
                "ecs:CreateCluster", "ecs:CreateService", "ecs:DeleteCluster", "ecs:DeleteService", "ecs:DescribeClusters", "ecs:DescribeServiceDeployments",
                "ecs:DescribeServiceRevisions", "ecs:DescribeServices", "ecs:ListServiceDeployments", "ecs:ListTagsForResource", "ecs:PutClusterCapacityProviders",
                "ecs:RegisterTaskDefinition", "ecs:TagResource", "ecs:UntagResource", "ecs:UpdateCluster", "ecs:UpdateClusterSettings", "ecs:UpdateService",
            ],
            Resources =
            [
                scope.Named("ecs", "cluster/"), scope.Named("ecs", "service/", "/*"), scope.Named("ecs", "service-deployment/", "/*"),
                scope.Named("ecs", "service-revision/", "/*"), scope.Named("ecs", "task-definition/", ":*"),
            ],
        },

        // It knows no resource, nor does the action that retires a definition: definitions are not retired, see ContainerTask.
        new("LookAtTasks") { Actions = ["ecs:DescribeTaskDefinition"], Resources = ["*"] },
        new("ChangeStateMachines")
        {
            Actions =
            [
                "states:CreateStateMachine", "states:DeleteStateMachine", "states:DescribeStateMachine", "states:ListStateMachineVersions", "states:ListTagsForResource",
                "states:TagResource", "states:UntagResource", "states:UpdateStateMachine",
            ],
            Resources = [scope.Named("states", "stateMachine:")],
        },

        // It looks at a text, not at a machine.
        new("CheckStateMachines") { Actions = ["states:ValidateStateMachineDefinition"], Resources = ["*"] },
        new("ChangeSchedules")
        {
            Actions =
            [
                "scheduler:CreateSchedule", "scheduler:CreateScheduleGroup", "scheduler:DeleteSchedule", "scheduler:DeleteScheduleGroup", "scheduler:GetSchedule",
                "scheduler:GetScheduleGroup", "scheduler:ListTagsForResource", "scheduler:TagResource", "scheduler:UntagResource", "scheduler:UpdateSchedule",
            ],
            Resources = [scope.Named("scheduler", "schedule/", "/*"), scope.Named("scheduler", "schedule-group/")],
        },
        new("ChangeRules")
        {
            Actions =
            [
                "events:DeleteRule", "events:DescribeRule", "events:DisableRule", "events:EnableRule", "events:ListTagsForResource", "events:ListTargetsByRule",
                "events:PutRule", "events:PutTargets", "events:RemoveTargets", "events:TagResource", "events:UntagResource",
            ],
            Resources = [scope.Named("events", "rule/")],
        },
    ];
}
