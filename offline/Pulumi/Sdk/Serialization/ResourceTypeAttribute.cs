namespace Pulumi;

/// <summary>Says which resource type, of which version of its package, a class is.</summary>
[AttributeUsage(AttributeTargets.Class)]
public class ResourceTypeAttribute(string type, string? version) : Attribute
{
    /// <summary>The type's token, as in <c>aws:s3/bucket:Bucket</c>.</summary>
    public string Type { get; } = type;

    /// <summary>The package's version.</summary>
    public string? Version { get; } = version;
}
