namespace Pulumi;

/// <summary>How a resource's method is called.</summary>
public class CallOptions
{
    /// <summary>The resource whose provider is used.</summary>
    public Resource? Parent { get; set; }

    /// <summary>The provider to use.</summary>
    public ProviderResource? Provider { get; set; }

    /// <summary>The version of the provider to use.</summary>
    public string? Version { get; set; }

    /// <summary>Where the provider is downloaded from.</summary>
    public string? PluginDownloadURL { get; set; }
}
