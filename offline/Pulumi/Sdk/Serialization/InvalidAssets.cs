namespace Pulumi.Serialization;

/// <summary>What stands where a provider sent no asset for an output that is one.</summary>
internal static class InvalidAssets
{
    public static Asset Asset { get; } = new StringAsset("");

    public static Archive Archive { get; } = new AssetArchive(new Dictionary<string, AssetOrArchive>());
}
