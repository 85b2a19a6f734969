using System.Collections.Immutable;
using Pulumi.Serialization;

namespace Pulumi;

/// <summary>Arguments: what a class marks with <see cref="InputAttribute"/>.</summary>
public abstract class InputArgs
{
    private protected InputArgs()
    {
    }

    /// <summary>The values by their names on the wire, missing ones included.</summary>
    /// <exception cref="ArgumentNullException">A required value is missing.</exception>
    internal virtual ImmutableDictionary<string, object?> ToDictionary()
        => InputMember.Of(GetType()).ToImmutableDictionary(member => member.Name, member => member.Read(this));
}
