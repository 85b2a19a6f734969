using Amazon.Runtime;

namespace Amazon.Athena;

/// <summary>The values of ThrottleReason that are known; another value that the service names is kept as it is.</summary>
public class ThrottleReason(string value) : ConstantClass(value)
{
    public static readonly ThrottleReason CONCURRENT_QUERY_LIMIT_EXCEEDED = new("CONCURRENT_QUERY_LIMIT_EXCEEDED");

    public static ThrottleReason FindValue(string value) => FindValue<ThrottleReason>(value);

    public static implicit operator ThrottleReason(string value) => FindValue(value);
}
