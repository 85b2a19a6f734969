using System.Collections.Frozen;

namespace Recommender.Infra.Tests.Policies;

/// <summary>
/// The action names that the platform's policies may use, from AWS's service authorization reference: a misspelt action is
/// accepted by IAM and allows nothing.
/// </summary>
internal static class KnownActions
{
    /// <summary>The names, in the spelling of the reference.</summary>
    public static FrozenSet<string> All { get; } = Read();

    private static FrozenSet<string> Read()
    {
        using var stream = typeof(KnownActions).Assembly.GetManifestResourceStream("known-actions.txt")!;
        using var reader = new StreamReader(stream);
        return reader.ReadToEnd().Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries).ToFrozenSet(StringComparer.Ordinal);
    }
}
