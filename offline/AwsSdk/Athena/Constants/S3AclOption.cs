using Amazon.Runtime;

namespace Amazon.Athena;

/// <summary>The values of S3AclOption that are known; another value that the service names is kept as it is.</summary>
public class S3AclOption(string value) : ConstantClass(value)
{
    public static readonly S3AclOption BUCKET_OWNER_FULL_CONTROL = new("BUCKET_OWNER_FULL_CONTROL");

    public static S3AclOption FindValue(string value) => FindValue<S3AclOption>(value);

    public static implicit operator S3AclOption(string value) => FindValue(value);
}
