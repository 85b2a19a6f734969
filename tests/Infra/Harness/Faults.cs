namespace Recommender.Infra.Tests.Harness;

/// <summary>Lists of faults that must be empty.</summary>
internal static class Faults
{
    /// <summary>Fails with every fault in full, where <c>Assert.Empty</c> would show the beginnings of five.</summary>
    public static void None(IEnumerable<string> faults)
    {
        var all = faults.ToList();
        Assert.True(all.Count == 0, $"{all.Count} faults:\n{string.Join('\n', all)}");
    }
}
