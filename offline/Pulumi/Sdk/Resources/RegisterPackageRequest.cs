namespace Pulumi;

/// <summary>Names a package that the engine is to make from another. Mocks have no use for it.</summary>
public sealed class RegisterPackageRequest(
    string name,
    string version,
    string? downloadUrl,
    Dictionary<string, byte[]>? checksums = null,
    RegisterPackageRequest.PackageParameterization? parameterization = null,
    RegisterPackageRequest.PackageParameterization? extension = null)
{
    /// <summary>The package's name.</summary>
    public string Name { get; } = name;

    /// <summary>The package's version.</summary>
    public string Version { get; } = version;

    /// <summary>Where it is downloaded from; empty for the default place.</summary>
    public string DownloadUrl { get; } = downloadUrl ?? "";

    /// <summary>What the downloads must hash to, by platform.</summary>
    public Dictionary<string, byte[]> Checksums { get; } = checksums ?? [];

    /// <summary>The package to make from this one.</summary>
    public PackageParameterization? Parameterization { get; } = parameterization;

    /// <summary>An extension of the package.</summary>
    public PackageParameterization? Extension { get; } = extension;

    /// <summary>A package made from another.</summary>
    public sealed class PackageParameterization(string name, string version, byte[] value)
    {
        /// <summary>The made package's name.</summary>
        public string Name { get; } = name;

        /// <summary>The made package's version.</summary>
        public string Version { get; } = version;

        /// <summary>What it is made with.</summary>
        public byte[] Value { get; } = value;
    }
}
