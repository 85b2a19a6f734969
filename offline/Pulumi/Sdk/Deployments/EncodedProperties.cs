using System.Collections.Immutable;
using Pulumi.Serialization;

namespace Pulumi;

/// <summary>Named values in the engine's format, and the resources they came from.</summary>
internal sealed record EncodedProperties(ImmutableDictionary<string, object?> Values, IReadOnlySet<Resource> Dependencies)
{
    /// <summary>Encodes the values that are not null.</summary>
    /// <exception cref="InvalidOperationException">A value cannot be encoded; the message names it.</exception>
    public static async Task<EncodedProperties> OfAsync(string label, IEnumerable<KeyValuePair<string, object?>> properties)
    {
        var encoder = new PropertyEncoder();
        var values = ImmutableDictionary.CreateBuilder<string, object?>();
        foreach (var (name, property) in properties)
        {
            try
            {
                if (await encoder.EncodeAsync($"{label}.{name}", property).ConfigureAwait(false) is { } value)
                {
                    values.Add(name, value);
                }
            }
            catch (Exception exception)
            {
                throw new InvalidOperationException($"error serializing property \"{name}\": {exception.Message}", exception);
            }
        }

        return new EncodedProperties(values.ToImmutable(), encoder.Dependencies);
    }
}
