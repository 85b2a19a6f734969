namespace Recommender.Tests.StateMachine;

/// <summary>What a machine is called, as its context object tells.</summary>
/// <param name="Arn">Its ARN.</param>
/// <param name="RoleArn">Its role's ARN.</param>
public sealed record AslMachine(string Arn, string RoleArn)
{
    /// <summary>A machine of no account in particular.</summary>
    public static AslMachine Some { get; } = new("arn:aws:states:eu-west-1:111122223333:stateMachine:machine", "arn:aws:iam::111122223333:role/machine");

    /// <summary>Its name.</summary>
    public string Name => Arn[(Arn.LastIndexOf(':') + 1)..];

    /// <summary>The ARN of an execution.</summary>
    /// <param name="name">The execution's name.</param>
    public string ExecutionArn(string name) => $"{Arn.Replace(":stateMachine:", ":execution:", StringComparison.Ordinal)}:{name}";
}
