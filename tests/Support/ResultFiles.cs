namespace Recommender.Tests;

/// <summary>Lists that a campaign leaves for people: <c>./test</c> prints them at its end.</summary>
public static class ResultFiles
{
    /// <summary>Writes <c>artifacts/test-results/NAME.txt</c>; a list that is there is replaced.</summary>
    public static void Write(string name, string title, IEnumerable<string> lines)
    {
        var folder = Directory.CreateDirectory(Path.Combine(Repository.Root, "artifacts", "test-results")).FullName;
        File.WriteAllLines(Path.Combine(folder, name + ".txt"), lines.Select(line => $"  {line}").Prepend(title));
    }
}
