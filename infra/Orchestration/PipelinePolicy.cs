using Pulumi;
using Recommender.Infra.Policies;
using Recommender.Infra.Settings;

namespace Recommender.Infra.Orchestration;

/// <summary>What the machine's role may do.</summary>
internal static class PipelinePolicy
{
    /// <summary>The policy.</summary>
    /// <param name="args">The pipeline's parts.</param>
    /// <param name="machineArn">The machine.</param>
    public static Output<string> Of(PipelineArgs args, Output<string> machineArn)
    {
        var context = args.Context;
        Input<string> tasks = context.Arn("ecs", Output.Format($"task/{args.ClusterName}/*"));
        var inCluster = new PolicyCondition("ArnEquals", "ecs:cluster", args.ClusterArn);
        return PolicyDocument.Json(
        [
            // The text names revisions, the role all of a family: a run that is under way during an update goes on with the revisions that it
            // began with, when the role is the new one already.
            new("RunTheJobs") { Actions = ["ecs:RunTask"], Resources = [.. args.Jobs.Values.Select(job => AllRevisions(job.TaskDefinitionArn))], Conditions = [inCluster] },
            new("WatchAndStopThem") { Actions = ["ecs:DescribeTasks", "ecs:StopTask"], Resources = [tasks], Conditions = [inCluster] },
            new("TagThem") { Actions = ["ecs:TagResource"], Resources = [tasks], Conditions = [new("StringEquals", "ecs:CreateAction", "RunTask")] },
            new("HandThemTheirRoles")
            {
                Actions = ["iam:PassRole"],
                Resources = [.. args.Jobs.Values.SelectMany(job => new[] { job.TaskRoleArn, job.ExecutionRoleArn })],
                Conditions = [new("StringEquals", "iam:PassedToService", "ecs-tasks.amazonaws.com")],
            },
            // The rule by which Step Functions learns that a task has stopped; the service makes it and gives it this name.
            new("HearThatTheyEnded")
            {
                Actions = ["events:DescribeRule", "events:PutRule", "events:PutTargets"],
                Resources = [context.Arn("events", "rule/StepFunctionsGetEventsForECSTaskRule")],
            },
            new("LookForAnotherRun") { Actions = ["states:ListExecutions"], Resources = [machineArn] },
            new("TellOfFailures") { Actions = ["sns:Publish"], Resources = [args.AlertTopicArn] },
            .. Key(args, machineArn),
            Logs(),
            Trace(),
        ]);
    }

    private static Input<string> AllRevisions(Input<string> definition) => definition.Apply(arn => $"{arn[..arn.LastIndexOf(':')]}:*");

    /// <summary>What writing an encrypted log takes: Step Functions encrypts entries with the machine's own key.</summary>
    private static IEnumerable<PolicyStatement> Key(PipelineArgs args, Output<string> machineArn)
    {
        var context = args.Context;
        yield return new("ReadAndWriteTheHistory")
        {
            Actions = ["kms:Decrypt", "kms:GenerateDataKey"],
            Resources = [args.KeyArn],
            Conditions = [new("StringEquals", "kms:EncryptionContext:aws:states:stateMachineArn", machineArn)],
        };
        yield return new("EncryptLogEntries")
        {
            Actions = ["kms:GenerateDataKey"],
            Resources = [args.KeyArn],
            Conditions = [new("StringLike", "kms:EncryptionContext:SourceArn", context.Arn("logs", "*"))],
        };
        yield return new("PublishEncrypted")
        {
            Actions = ["kms:Decrypt", "kms:GenerateDataKey"],
            Resources = [args.KeyArn],
            Conditions = [ServiceCall.By(context, "sns")],
        };
    }

    /// <summary>Log delivery of a state machine.</summary>
    internal static PolicyStatement Logs() => new("DeliverLogs")
    {
        Actions =
        [
            "logs:CreateLogDelivery", "logs:DeleteLogDelivery", "logs:DescribeLogGroups", "logs:DescribeResourcePolicies",
            "logs:GetLogDelivery", "logs:ListLogDeliveries", "logs:PutResourcePolicy", "logs:UpdateLogDelivery",
        ],

        // These actions know no resource (service authorization reference, CloudWatch Logs).
        Resources = ["*"],
    };

    private static PolicyStatement Trace() => new("Trace")
    {
        Actions = ["xray:GetSamplingRules", "xray:GetSamplingTargets", "xray:PutTelemetryRecords", "xray:PutTraceSegments"],

        // These actions know no resource (service authorization reference, X-Ray).
        Resources = ["*"],
    };
}
