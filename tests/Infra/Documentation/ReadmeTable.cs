using Recommender.Tests;

namespace Recommender.Infra.Tests.Documentation;

/// <summary>A table of the README.</summary>
internal static class ReadmeTable
{
    /// <summary>The rows below the table's head.</summary>
    /// <param name="firstHeading">The heading of its first column, which no other table has.</param>
    public static IReadOnlyList<string[]> Rows(string firstHeading)
    {
        var lines = File.ReadAllLines(Repository.PathTo("README.md"));
        var head = Assert.Single(Enumerable.Range(0, lines.Length), line => lines[line].StartsWith($"| {firstHeading} |", StringComparison.Ordinal));
        return [.. lines.Skip(head + 2).TakeWhile(line => line.StartsWith('|')).Select(line => line.Trim('|').Split('|').Select(cell => cell.Trim().Trim('`')).ToArray())];
    }
}
