using Pulumi.Serialization;

namespace Pulumi;

/// <summary>An archive at a file, http or https address.</summary>
public sealed class RemoteArchive(string uri) : Archive(Wire.Uri, uri);
