namespace Amazon.Athena.Model;

/// <summary>ResultConfiguration, a part of what Athena is asked or answers.</summary>
public partial class ResultConfiguration
{
    public AclConfiguration AclConfiguration { get; set; }
    public EncryptionConfiguration EncryptionConfiguration { get; set; }
    public string ExpectedBucketOwner { get; set; }
    public string OutputLocation { get; set; }
}
