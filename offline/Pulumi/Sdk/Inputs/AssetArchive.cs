using System.Collections.Immutable;
using Pulumi.Serialization;

namespace Pulumi;

/// <summary>An archive of named files and archives.</summary>
public sealed class AssetArchive(IDictionary<string, AssetOrArchive> assets)
    : Archive(Wire.Assets, assets.ToImmutableDictionary());
