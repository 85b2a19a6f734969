using Amazon.StepFunctions.Model;
using Recommender.Lake.Errors;
using Recommender.Pipeline.Cloud.Machines;
using Recommender.Pipeline.Lakes;

namespace Recommender.Pipeline.Cloud;

/// <summary>A stack's pipeline: its state machine, found by the name that the stack gives it (see infra's StackContext).</summary>
/// <param name="clients">The services.</param>
/// <param name="name">The stack, such as <c>uat</c>.</param>
internal sealed class CloudStack(CloudClients clients, string name)
{
    /// <summary>The state machine's name.</summary>
    public string MachineName => new AwsLakeName(name).Thing("pipeline");

    /// <summary>Finds and reads it.</summary>
    /// <exception cref="CallerException">There is none of that name in the account and region.</exception>
    /// <exception cref="EnvironmentException">Step Functions cannot be asked, or the definition is not one that this program knows.</exception>
    public async Task<CloudMachine> MachineAsync(CancellationToken cancellationToken)
    {
        var arn = await ArnAsync(cancellationToken).ConfigureAwait(false);
        var described = await CloudCall.Async(
            $"Step Functions DescribeStateMachine of {MachineName}",
            token => clients.StepFunctions.DescribeStateMachineAsync(new DescribeStateMachineRequest { StateMachineArn = arn }, token),
            cancellationToken).ConfigureAwait(false);
        return new CloudMachine(arn, MachineText.Parse(MachineName, described.Definition));
    }

    private async Task<string> ArnAsync(CancellationToken cancellationToken)
    {
        var others = new List<string>();
        string? next = null;
        do
        {
            var page = await CloudCall.Async(
                "Step Functions ListStateMachines",
                token => clients.StepFunctions.ListStateMachinesAsync(new ListStateMachinesRequest { NextToken = next }, token),
                cancellationToken).ConfigureAwait(false);
            foreach (var machine in page.StateMachines ?? [])
            {
                if (machine.Name == MachineName)
                {
                    return machine.StateMachineArn;
                }

                others.Add(machine.Name);
            }

            next = page.NextToken;
        }
        while (next is not null);
        throw new CallerException(Missing(others));
    }

    private string Missing(List<string> others)
    {
        const string Before = "recommender-";
        const string After = "-pipeline";
        var stacks = others.Where(other => other.StartsWith(Before, StringComparison.Ordinal) && other.EndsWith(After, StringComparison.Ordinal) && other.Length > Before.Length + After.Length)
            .Select(other => other[Before.Length..^After.Length]).Order().ToList();
        return $"stack '{name}' has no pipeline: there is no state machine {MachineName} in this account and region\n"
            + (stacks.Count > 0
                ? $"there are pipelines of these stacks: {string.Join(", ", stacks)}"
                : "check AWS_REGION and AWS_PROFILE; a stack has a pipeline once its images are pushed and named (README, On AWS)");
    }
}
