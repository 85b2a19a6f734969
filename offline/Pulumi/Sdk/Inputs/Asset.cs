using Pulumi.Serialization;

namespace Pulumi;

/// <summary>A file given to a resource.</summary>
public abstract class Asset : AssetOrArchive
{
    private protected Asset(string property, object value)
        : base(Wire.AssetSignature, property, value)
    {
    }
}
