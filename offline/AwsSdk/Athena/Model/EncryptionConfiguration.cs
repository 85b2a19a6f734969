namespace Amazon.Athena.Model;

/// <summary>EncryptionConfiguration, a part of what Athena is asked or answers.</summary>
public partial class EncryptionConfiguration
{
    public EncryptionOption EncryptionOption { get; set; }
    public string KmsKey { get; set; }
}
