using System.Collections.Immutable;

namespace Pulumi;

/// <summary>The arguments of a function, by their names on the wire.</summary>
public sealed class DictionaryInvokeArgs(ImmutableDictionary<string, object?> dictionary) : InvokeArgs
{
    internal override ImmutableDictionary<string, object?> ToDictionary() => dictionary;
}
