using Pulumi.Serialization;

namespace Pulumi;

/// <summary>A text.</summary>
public sealed class StringAsset(string text) : Asset(Wire.Text, text);
