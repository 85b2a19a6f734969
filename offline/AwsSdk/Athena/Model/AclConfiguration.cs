namespace Amazon.Athena.Model;

/// <summary>AclConfiguration, a part of what Athena is asked or answers.</summary>
public partial class AclConfiguration
{
    public S3AclOption S3AclOption { get; set; }
}
