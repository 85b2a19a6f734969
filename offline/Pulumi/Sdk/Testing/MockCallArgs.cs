using System.Collections.Immutable;

namespace Pulumi.Testing;

/// <summary>A function or method that a program calls.</summary>
public class MockCallArgs
{
    /// <summary>The function's token.</summary>
    public string? Token { get; set; }

    /// <summary>The known arguments by their names on the wire.</summary>
    public ImmutableDictionary<string, object> Args { get; set; } = null!;

    /// <summary>The provider's URN and id; empty for the package's default provider.</summary>
    public string? Provider { get; set; }
}
