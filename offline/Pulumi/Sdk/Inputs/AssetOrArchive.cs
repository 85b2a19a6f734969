namespace Pulumi;

/// <summary>A file or a collection of files given to a resource.</summary>
public abstract class AssetOrArchive
{
    private protected AssetOrArchive(string signature, string property, object value)
    {
        ArgumentNullException.ThrowIfNull(value);
        Signature = signature;
        Property = property;
        Content = value;
    }

    /// <summary>What marks the kind on the wire.</summary>
    internal string Signature { get; }

    /// <summary>The name of the content on the wire: path, text, uri or assets.</summary>
    internal string Property { get; }

    internal object Content { get; }
}
