using Amazon.Runtime;

namespace Amazon.ECS;

/// <summary>The values of PidMode that are known; another value that the service names is kept as it is.</summary>
public class PidMode(string value) : ConstantClass(value)
{
    public static readonly PidMode Host = new("host");
    public static readonly PidMode Task = new("task");

    public static PidMode FindValue(string value) => FindValue<PidMode>(value);

    public static implicit operator PidMode(string value) => FindValue(value);
}
