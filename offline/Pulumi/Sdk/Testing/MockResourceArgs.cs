using System.Collections.Immutable;

namespace Pulumi.Testing;

/// <summary>A resource that a program registers or reads.</summary>
public class MockResourceArgs
{
    /// <summary>The type's token.</summary>
    public string? Type { get; set; }

    /// <summary>The resource's name in the program.</summary>
    public string? Name { get; set; }

    /// <summary>The known arguments by their names on the wire: every number is a double, secrets are plain.</summary>
    public ImmutableDictionary<string, object> Inputs { get; set; } = null!;

    /// <summary>The provider's URN and id; empty for the package's default provider.</summary>
    public string? Provider { get; set; }

    /// <summary>The id of a resource to read or to take over; otherwise empty.</summary>
    public string? Id { get; set; }
}
