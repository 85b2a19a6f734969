using Amazon.Runtime;

namespace Amazon.StepFunctions;

/// <summary>The values of StateMachineStatus that are known; another value that the service names is kept as it is.</summary>
public class StateMachineStatus(string value) : ConstantClass(value)
{
    public static readonly StateMachineStatus ACTIVE = new("ACTIVE");
    public static readonly StateMachineStatus DELETING = new("DELETING");

    public static StateMachineStatus FindValue(string value) => FindValue<StateMachineStatus>(value);

    public static implicit operator StateMachineStatus(string value) => FindValue(value);
}
