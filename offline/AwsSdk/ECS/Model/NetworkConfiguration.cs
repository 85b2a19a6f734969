namespace Amazon.ECS.Model;

/// <summary>NetworkConfiguration, a part of what ECS is asked or answers.</summary>
public partial class NetworkConfiguration
{
    public AwsVpcConfiguration AwsvpcConfiguration { get; set; }
}
