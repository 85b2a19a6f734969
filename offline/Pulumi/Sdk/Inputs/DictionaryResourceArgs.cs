using System.Collections.Immutable;

namespace Pulumi;

/// <summary>The arguments of a resource, by their names on the wire.</summary>
public sealed class DictionaryResourceArgs(ImmutableDictionary<string, object?> dictionary) : ResourceArgs
{
    internal override ImmutableDictionary<string, object?> ToDictionary() => dictionary;
}
