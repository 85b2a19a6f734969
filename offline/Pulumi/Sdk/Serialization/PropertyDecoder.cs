using System.Collections.Immutable;

namespace Pulumi.Serialization;

/// <summary>Turns the engine's property format back into values.</summary>
internal static class PropertyDecoder
{
    /// <summary>The value; unknown or secret where any part of it is.</summary>
    public static OutputData<object?> Decode(object? encoded)
    {
        var (value, isSecret) = Unwrap(encoded);
        var data = value switch
        {
            Wire.Unknown => OutputData<object?>.Unknown(),
            ImmutableDictionary<string, object?> map => DecodeMap(map),
            ImmutableArray<object?> list => DecodeList(list),
            _ => OutputData<object?>.Of(value),
        };
        return data.Secret(data.IsSecret || isSecret);
    }

    /// <summary>The members whose values are known and present: what a mock is shown.</summary>
    public static ImmutableDictionary<string, object> DecodeKnown(ImmutableDictionary<string, object?> map)
    {
        var known = ImmutableDictionary.CreateBuilder<string, object>();
        foreach (var (name, encoded) in map)
        {
            if (Decode(encoded) is { IsKnown: true, Value: { } value })
            {
                known.Add(name, value);
            }
        }

        return known.ToImmutable();
    }

    private static (object? Value, bool IsSecret) Unwrap(object? encoded)
    {
        var isSecret = false;
        while (encoded is ImmutableDictionary<string, object?> map && IsSigned(map, Wire.SecretSignature))
        {
            encoded = map.TryGetValue(Wire.Value, out var inner)
                ? inner
                : throw new InvalidOperationException("Secrets must have a field called 'value'");
            isSecret = true;
        }

        return (encoded, isSecret);
    }

    private static OutputData<object?> DecodeMap(ImmutableDictionary<string, object?> map)
    {
        if (DecodeAsset(map) is { } asset)
        {
            return OutputData<object?>.Of(asset);
        }

        if (IsSigned(map, Wire.ResourceSignature))
        {
            return OutputData<object?>.Of(DecodeResource(map));
        }

        var values = ImmutableDictionary.CreateBuilder<string, object?>();
        var parts = new Parts();
        foreach (var (name, encoded) in map)
        {
            // Names of this form belong to the engine.
            if (!name.StartsWith("__", StringComparison.Ordinal))
            {
                values.Add(name, parts.Take(encoded));
            }
        }

        return parts.Of(values.ToImmutable());
    }

    private static OutputData<object?> DecodeList(ImmutableArray<object?> list)
    {
        var parts = new Parts();
        return parts.Of(ImmutableArray.CreateRange(list.Select(parts.Take)));
    }

    private static AssetOrArchive? DecodeAsset(ImmutableDictionary<string, object?> map)
    {
        if (IsSigned(map, Wire.AssetSignature))
        {
            return Text(map, Wire.Path) is { } file ? new FileAsset(file)
                : Text(map, Wire.Uri) is { } address ? new RemoteAsset(address)
                : Text(map, Wire.Text) is { } text ? new StringAsset(text)
                : throw new InvalidOperationException("Value was marked as Asset, but did not conform to required shape.");
        }

        if (IsSigned(map, Wire.ArchiveSignature))
        {
            return Text(map, Wire.Path) is { } file ? new FileArchive(file)
                : Text(map, Wire.Uri) is { } address ? new RemoteArchive(address)
                : map.GetValueOrDefault(Wire.Assets) is ImmutableDictionary<string, object?> assets ? DecodeAssets(assets)
                : throw new InvalidOperationException("Value was marked as Archive, but did not conform to required shape.");
        }

        return null;
    }

    private static AssetArchive DecodeAssets(ImmutableDictionary<string, object?> assets)
        => new(assets.ToImmutableDictionary(
            pair => pair.Key,
            pair => pair.Value is ImmutableDictionary<string, object?> map && DecodeAsset(map) is { } asset
                ? asset
                : throw new InvalidOperationException("AssetArchive contained an element that wasn't itself an Asset or Archive.")));

    private static Resource DecodeResource(ImmutableDictionary<string, object?> map)
    {
        var urn = Text(map, Wire.Urn)
            ?? throw new InvalidOperationException("Value was marked as a Resource, but did not conform to required shape.");
        return ResourceTypes.Construct(urn, Text(map, Wire.PackageVersion)) ?? new DependencyResource(urn);
    }

    private static bool IsSigned(ImmutableDictionary<string, object?> map, string signature)
        => Text(map, Wire.SignatureKey) == signature;

    private static string? Text(ImmutableDictionary<string, object?> map, string name)
        => map.GetValueOrDefault(name) as string;

    /// <summary>What a map or list is, from what its parts are.</summary>
    private sealed class Parts
    {
        private bool _isKnown = true;
        private bool _isSecret;

        public object? Take(object? encoded)
        {
            var data = Decode(encoded);
            _isKnown &= data.IsKnown;
            _isSecret |= data.IsSecret;
            return data.Value;
        }

        public OutputData<object?> Of(object value) => new([], value, _isKnown, _isSecret);
    }
}
