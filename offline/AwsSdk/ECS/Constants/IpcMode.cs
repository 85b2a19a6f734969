using Amazon.Runtime;

namespace Amazon.ECS;

/// <summary>The values of IpcMode that are known; another value that the service names is kept as it is.</summary>
public class IpcMode(string value) : ConstantClass(value)
{
    public static readonly IpcMode Host = new("host");
    public static readonly IpcMode None = new("none");
    public static readonly IpcMode Task = new("task");

    public static IpcMode FindValue(string value) => FindValue<IpcMode>(value);

    public static implicit operator IpcMode(string value) => FindValue(value);
}
