using Amazon.Runtime;

namespace Amazon.Athena;

/// <summary>The values of EncryptionOption that are known; another value that the service names is kept as it is.</summary>
public class EncryptionOption(string value) : ConstantClass(value)
{
    public static readonly EncryptionOption CSE_KMS = new("CSE_KMS");
    public static readonly EncryptionOption SSE_KMS = new("SSE_KMS");
    public static readonly EncryptionOption SSE_S3 = new("SSE_S3");

    public static EncryptionOption FindValue(string value) => FindValue<EncryptionOption>(value);

    public static implicit operator EncryptionOption(string value) => FindValue(value);
}
