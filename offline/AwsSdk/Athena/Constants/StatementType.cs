using Amazon.Runtime;

namespace Amazon.Athena;

/// <summary>The values of StatementType that are known; another value that the service names is kept as it is.</summary>
public class StatementType(string value) : ConstantClass(value)
{
    public static readonly StatementType DDL = new("DDL");
    public static readonly StatementType DML = new("DML");
    public static readonly StatementType UTILITY = new("UTILITY");

    public static StatementType FindValue(string value) => FindValue<StatementType>(value);

    public static implicit operator StatementType(string value) => FindValue(value);
}
