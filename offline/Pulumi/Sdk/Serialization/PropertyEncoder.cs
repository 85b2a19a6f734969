using System.Collections;
using System.Collections.Immutable;
using System.Reflection;
using System.Text.Json;

namespace Pulumi.Serialization;

/// <summary>Turns the values of arguments and mocks into the engine's property format.</summary>
internal sealed class PropertyEncoder(bool keepResources = true)
{
    private readonly HashSet<Resource> _dependencies = [];

    /// <summary>The resources met on the way.</summary>
    public IReadOnlySet<Resource> Dependencies => _dependencies;

    /// <summary>Waits for every output inside <paramref name="value"/>.</summary>
    /// <param name="path">Where the value is, for messages.</param>
    /// <param name="value">What to encode.</param>
    /// <exception cref="InvalidOperationException">A type that the format does not have.</exception>
    public async Task<object?> EncodeAsync(string path, object? value)
        => value switch
        {
            null or bool or double or string => value,
            int number => (double)number,
            InputArgs args => await EncodeMapAsync(path, args.ToDictionary()).ConfigureAwait(false),
            AssetOrArchive asset => await EncodeAssetAsync(path, asset).ConfigureAwait(false),
            Task => throw new InvalidOperationException(
                $"Tasks are not allowed inside ResourceArgs. Please wrap your Task in an Output:\n\t{path}"),
            INestedInput nested => await EncodeAsync(path, nested.Elements).ConfigureAwait(false),
            IInput input => await EncodeAsync(path, input.ToOutput()).ConfigureAwait(false),
            IUnion union => await EncodeAsync(path, union.Value).ConfigureAwait(false),
            JsonElement json => EncodeJson(json),
            IOutput output => await EncodeOutputAsync(path, output).ConfigureAwait(false),
            Resource resource => await EncodeResourceAsync(path, resource).ConfigureAwait(false),
            IDictionary map => await EncodeMapAsync(path, map).ConfigureAwait(false),
            IList list => await EncodeListAsync(path, list).ConfigureAwait(false),
            Enum member when member.GetTypeCode() == TypeCode.Int32 => (double)(int)(object)member,
            ValueTuple => null,
            _ => await EncodeMarkedAsync(path, value).ConfigureAwait(false),
        };

    private async Task<object?> EncodeOutputAsync(string path, IOutput output)
    {
        var data = await output.GetDataAsync().ConfigureAwait(false);
        _dependencies.UnionWith(data.Resources);
        if (!data.IsKnown)
        {
            return Wire.Unknown;
        }

        var value = await EncodeAsync($"{path}.id", data.Value).ConfigureAwait(false);
        return data.IsSecret ? Signed(Wire.SecretSignature, (Wire.Value, value)) : value;
    }

    /// <summary>A custom resource is its id, a component its URN; both are kept as references where asked for.</summary>
    private async Task<object?> EncodeResourceAsync(string path, Resource resource)
    {
        if (resource is not CustomResource custom)
        {
            var component = await EncodeAsync($"{path}.urn", resource.Urn).ConfigureAwait(false);
            return keepResources ? Signed(Wire.ResourceSignature, (Wire.Urn, component)) : component;
        }

        _dependencies.Add(custom);
        var id = await EncodeAsync($"{path}.id", custom.Id).ConfigureAwait(false);
        if (!keepResources)
        {
            return id;
        }

        var urn = await EncodeAsync($"{path}.urn", custom.Urn).ConfigureAwait(false);
        return Signed(Wire.ResourceSignature, (Wire.Urn, urn), (Wire.Id, id is Wire.Unknown ? "" : id));
    }

    private async Task<object?> EncodeAssetAsync(string path, AssetOrArchive asset)
    {
        var content = await EncodeAsync($"{path}.{asset.Property}", asset.Content).ConfigureAwait(false);
        return Signed(asset.Signature, (asset.Property, content));
    }

    private async Task<ImmutableDictionary<string, object?>> EncodeMapAsync(string path, IDictionary map)
    {
        var encoded = ImmutableDictionary.CreateBuilder<string, object?>();
        foreach (var key in map.Keys)
        {
            var name = key as string
                ?? throw new InvalidOperationException($"Dictionaries are only supported with string keys:\n\t{path}");
            // As in JSON, a missing value and a null are one.
            if (await EncodeAsync($"{path}.{name}", map[name]).ConfigureAwait(false) is { } value)
            {
                encoded[name] = value;
            }
        }

        return encoded.ToImmutable();
    }

    private async Task<object?> EncodeListAsync(string path, IList list)
    {
        var encoded = ImmutableArray.CreateBuilder<object?>();
        for (var i = 0; !Shapes.IsDefaultArray(list) && i < list.Count; i++)
        {
            encoded.Add(await EncodeAsync($"{path}[{i}]", list[i]).ConfigureAwait(false));
        }

        return encoded.ToImmutable();
    }

    /// <summary>An enumeration struct is its raw value; an output type is a map of its read-only fields.</summary>
    private async Task<object?> EncodeMarkedAsync(string path, object value)
    {
        var type = value.GetType();
        if (Shapes.IsEnumStruct(type))
        {
            return Shapes.RawEnumValue(value) ?? throw new InvalidOperationException(
                $"Expected {type.FullName} to have an explicit conversion operator to String or Double.\n\t{path}");
        }

        if (type.GetCustomAttribute<OutputTypeAttribute>() is null)
        {
            throw new InvalidOperationException($"{type.FullName} is not a supported argument type.\n\t{path}");
        }

        var encoded = ImmutableDictionary.CreateBuilder<string, object?>();
        foreach (var field in Shapes.ReadOnlyFields(type))
        {
            var name = char.ToLowerInvariant(field.Name[0]) + field.Name[1..];
            encoded[name] = await EncodeAsync($"{path}.{name}", field.GetValue(value)).ConfigureAwait(false);
        }

        return encoded.ToImmutable();
    }

    private static object? EncodeJson(JsonElement json)
        => json.ValueKind switch
        {
            JsonValueKind.String => json.GetString(),
            JsonValueKind.Number => json.GetDouble(),
            JsonValueKind.True or JsonValueKind.False => json.GetBoolean(),
            JsonValueKind.Array => ImmutableArray.CreateRange(json.EnumerateArray().Select(EncodeJson)),
            JsonValueKind.Object => json.EnumerateObject().ToImmutableDictionary(member => member.Name, member => EncodeJson(member.Value)),
            _ => null,
        };

    private static ImmutableDictionary<string, object?> Signed(string signature, params (string Name, object? Value)[] members)
        => members.ToImmutableDictionary(member => member.Name, member => member.Value).Add(Wire.SignatureKey, signature);
}
