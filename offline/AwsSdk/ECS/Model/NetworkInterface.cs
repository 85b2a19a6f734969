namespace Amazon.ECS.Model;

/// <summary>NetworkInterface, a part of what ECS is asked or answers.</summary>
public partial class NetworkInterface
{
    public string AttachmentId { get; set; }
    public string Ipv6Address { get; set; }
    public string PrivateIpv4Address { get; set; }
}
