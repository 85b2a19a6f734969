using System.Text.Json.Nodes;
using Recommender.AwsEmulator.Ecs;
using Recommender.AwsEmulator.Faults;
using Recommender.AwsEmulator.Http;
using Recommender.AwsEmulator.Json;
using Recommender.Tests.StateMachine;

namespace Recommender.AwsEmulator.StepFunctions;

/// <summary>What the tasks of one execution call: the emulated ECS, SNS as far as it takes messages, and Step Functions itself.</summary>
/// <param name="ecs">ECS.</param>
/// <param name="machines">Step Functions.</param>
/// <param name="faults">What goes wrong.</param>
/// <param name="history">Is told when a task was taken.</param>
internal sealed class MachineServices(EcsService ecs, StepFunctionsService machines, FaultPlan faults, ExecutionHistory history) : IAslServices
{
    private const string Stopped = "Task stopped by AWS Step Functions";

    /// <inheritdoc/>
    public async Task<JsonNode?> CallAsync(string resource, JsonObject parameters, CancellationToken cancellationToken)
    {
        switch (resource)
        {
            case "arn:aws:states:::ecs:runTask.sync":
                return await RunTaskAsync(resource, parameters, cancellationToken);
            case "arn:aws:states:::sns:publish":
                machines.Publish(parameters);
                return new JsonObject { ["MessageId"] = "00000000-0000-0000-0000-000000000000" };
            case "arn:aws:states:::aws-sdk:sfn:listExecutions":
                return MemberCase.Capital(await AskAsync("Sfn", machines, "ListExecutions", parameters, cancellationToken));
            case "arn:aws:states:::aws-sdk:sfn:describeExecution":
                return MemberCase.Capital(await AskAsync("Sfn", machines, "DescribeExecution", parameters, cancellationToken));
            default:
                throw new AslStateException("States.Runtime", $"the emulated machine cannot call '{resource}'");
        }
    }

    private static async Task<JsonObject> AskAsync(string prefix, IJsonService service, string operation, JsonObject parameters, CancellationToken cancellationToken)
    {
        try
        {
            return await service.InvokeAsync(operation, MemberCase.Small(parameters), cancellationToken);
        }
        catch (AwsFaultException fault)
        {
            throw new AslStateException($"{prefix}.{fault.Code}", $"{fault.Message} (Service: {prefix}; Status Code: {fault.Status}; Error Code: {fault.Code})");
        }
    }

    private async Task<JsonNode?> RunTaskAsync(string resource, JsonObject parameters, CancellationToken cancellationToken)
    {
        var asked = parameters.DeepClone().AsObject();
        asked["StartedBy"] ??= "AWS Step Functions";
        var fault = faults.Next(ecs.Name, "RunTask", asked.ToJsonString())?.Kind;
        Refuse(fault, FaultKind.Throttle, "ECS.ThrottlingException", "Rate exceeded");
        Refuse(fault, FaultKind.ServerError, "ECS.ServerException", "These errors are usually caused by a server issue.");
        Refuse(fault, FaultKind.TearBefore, "ECS.SdkClientException", "Unable to execute HTTP request");
        var answer = await AskAsync("ECS", ecs, "RunTask", asked, cancellationToken);
        Refuse(fault, FaultKind.TearAfter, "ECS.SdkClientException", "Unable to execute HTTP request");
        history.Submitted(resource, MemberCase.Capital(answer)!);
        if (answer.Objects("tasks") is not [var task, ..])
        {
            throw new AslStateException("ECS.AmazonECSException", answer["failures"]!.ToJsonString());
        }

        return await EndAsync(task.Text("taskArn")!, task.Text("clusterArn")!, cancellationToken);
    }

    private async Task<JsonNode?> EndAsync(string arn, string cluster, CancellationToken cancellationToken)
    {
        try
        {
            var task = await ecs.EndOfAsync(arn, cancellationToken);
            var told = MemberCase.Capital(task);
            return task.Objects("containers").All(container => container.Number("exitCode") == 0)
                ? told
                : throw new AslStateException("States.TaskFailed", told!.ToJsonString());
        }
        catch (OperationCanceledException)
        {
            // The state ran out of time, or its branch was stopped: the task is not left running.
            await ecs.InvokeAsync("StopTask", new JsonObject { ["cluster"] = cluster, ["task"] = arn, ["reason"] = Stopped }, CancellationToken.None);
            throw;
        }
    }

    private static void Refuse(FaultKind? fault, FaultKind kind, string error, string cause)
    {
        if (fault == kind)
        {
            throw new AslStateException(error, cause);
        }
    }
}
