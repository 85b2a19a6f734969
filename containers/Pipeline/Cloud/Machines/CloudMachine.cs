namespace Recommender.Pipeline.Cloud.Machines;

/// <summary>A stack's state machine as it is deployed.</summary>
/// <param name="Arn">Its ARN.</param>
/// <param name="Text">What it says.</param>
internal sealed record CloudMachine(string Arn, MachineText Text)
{
    /// <summary>The ARN of an execution by its name, which is the run's id.</summary>
    public string Execution(string run) =>
        run.StartsWith("arn:", StringComparison.Ordinal) ? run : $"{Arn.Replace(":stateMachine:", ":execution:", StringComparison.Ordinal)}:{run}";
}
