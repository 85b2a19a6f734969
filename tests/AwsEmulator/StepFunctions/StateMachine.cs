using System.Text.Json.Nodes;
using Recommender.AwsEmulator.Json;
using Recommender.Tests.StateMachine;

namespace Recommender.AwsEmulator.StepFunctions;

/// <summary>A state machine.</summary>
/// <param name="Identity">What it is called.</param>
/// <param name="Text">Its definition as it was given.</param>
/// <param name="Definition">The same, read.</param>
/// <param name="Created">When it was made.</param>
internal sealed record StateMachine(AslMachine Identity, string Text, AslDefinition Definition, DateTimeOffset Created)
{
    /// <summary>The StateMachineListItem of an answer.</summary>
    public JsonObject ToItem() => new()
    {
        ["stateMachineArn"] = Identity.Arn,
        ["name"] = Identity.Name,
        ["type"] = "STANDARD",
        ["creationDate"] = JsonMoment.Seconds(Created),
    };

    /// <summary>What DescribeStateMachine answers.</summary>
    public JsonObject ToJson()
    {
        var machine = ToItem();
        machine["status"] = "ACTIVE";
        machine["definition"] = Text;
        machine["roleArn"] = Identity.RoleArn;
        return machine;
    }
}
