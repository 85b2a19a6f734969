using Amazon.Runtime;

namespace Amazon.StepFunctions;

/// <summary>The values of StateMachineType that are known; another value that the service names is kept as it is.</summary>
public class StateMachineType(string value) : ConstantClass(value)
{
    public static readonly StateMachineType EXPRESS = new("EXPRESS");
    public static readonly StateMachineType STANDARD = new("STANDARD");

    public static StateMachineType FindValue(string value) => FindValue<StateMachineType>(value);

    public static implicit operator StateMachineType(string value) => FindValue(value);
}
