using Pulumi.Serialization;

namespace Pulumi;

/// <summary>A folder, or a tar, tar.gz or zip file, on this machine.</summary>
public sealed class FileArchive(string path) : Archive(Wire.Path, path);
