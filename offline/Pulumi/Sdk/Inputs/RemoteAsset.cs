using Pulumi.Serialization;

namespace Pulumi;

/// <summary>A file at a file, http or https address.</summary>
public sealed class RemoteAsset(string uri) : Asset(Wire.Uri, uri);
