namespace Recommender.Infra.Tests.Golden;

/// <summary>Lists that people read before they accept a change, held by files beside the tests.</summary>
internal static class GoldenFile
{
    /// <summary>
    /// Compares with <c>Golden/NAME.txt</c>. To accept a new list, run these tests with GOLDEN_DIR set to that folder in the source
    /// tree, look at the difference, and build again.
    /// </summary>
    /// <param name="name">The file, without its ending.</param>
    /// <param name="actual">The lines, in order.</param>
    public static void Verify(string name, IReadOnlyList<string> actual)
    {
        if (Environment.GetEnvironmentVariable("GOLDEN_DIR") is { Length: > 0 } folder)
        {
            File.WriteAllLines(Path.Combine(folder, name + ".txt"), actual);
            return;
        }

        var difference = Difference(File.ReadAllLines(Path.Combine(AppContext.BaseDirectory, "Golden", name + ".txt")), actual);
        Assert.True(difference.Count == 0, $"{name} is not what Golden/{name}.txt says (- as there, + as now):\n{string.Join('\n', difference)}");
    }

    /// <summary>What was there and is not (-) and what is new (+), in the order of the lines.</summary>
    internal static IReadOnlyList<string> Difference(IReadOnlyList<string> expected, IReadOnlyList<string> actual)
    {
        // Every line of these lists is there once, and they are sorted: sets tell all.
        var gone = expected.Except(actual).Select(line => (line, sign: '-'));
        var come = actual.Except(expected).Select(line => (line, sign: '+'));
        var changed = gone.Concat(come).OrderBy(change => change.line, StringComparer.Ordinal).Select(change => $"{change.sign} {change.line}").ToList();
        return changed.Count > 0 || expected.SequenceEqual(actual) ? changed : ["the lines are the same, in another order"];
    }
}
