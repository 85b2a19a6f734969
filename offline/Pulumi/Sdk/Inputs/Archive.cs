using Pulumi.Serialization;

namespace Pulumi;

/// <summary>A collection of files given to a resource.</summary>
public abstract class Archive : AssetOrArchive
{
    private protected Archive(string property, object value)
        : base(Wire.ArchiveSignature, property, value)
    {
    }
}
