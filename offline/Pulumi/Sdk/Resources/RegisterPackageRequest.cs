namespace Pulumi;

/// <summary>Names a package that the engine is to make from another; tests have no use for it.</summary>
public sealed class RegisterPackageRequest(string name, string version, string? downloadUrl)
{
    /// <summary>The package's name.</summary>
    public string Name { get; } = name;

    /// <summary>The package's version.</summary>
    public string Version { get; } = version;

    /// <summary>Where it is downloaded from; empty for the default place.</summary>
    public string DownloadUrl { get; } = downloadUrl ?? "";
}
