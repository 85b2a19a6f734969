using Amazon.Runtime;

namespace Amazon.Athena;

/// <summary>The values of ColumnNullable that are known; another value that the service names is kept as it is.</summary>
public class ColumnNullable(string value) : ConstantClass(value)
{
    public static readonly ColumnNullable NOT_NULL = new("NOT_NULL");
    public static readonly ColumnNullable NULLABLE = new("NULLABLE");
    public static readonly ColumnNullable UNKNOWN = new("UNKNOWN");

    public static ColumnNullable FindValue(string value) => FindValue<ColumnNullable>(value);

    public static implicit operator ColumnNullable(string value) => FindValue(value);
}
