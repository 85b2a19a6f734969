using Pulumi;
using Recommender.Infra.Components;

namespace Recommender.Infra.Cataloguing;

/// <summary>What <see cref="CatalogEncryption"/> is given.</summary>
public sealed class CatalogEncryptionArgs : PlatformArgs
{
    /// <summary>The key.</summary>
    public required Input<string> KeyArn { get; init; }
}
