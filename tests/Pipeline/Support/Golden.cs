using System.CommandLine;
using System.Text.RegularExpressions;

namespace Recommender.Pipeline.Tests.Support;

/// <summary>Outputs that people read, held by files beside the tests.</summary>
internal static partial class Golden
{
    /// <summary>
    /// Compares with <c>Golden/NAME.txt</c>, or another kind of file. To accept new outputs, run the tests with GOLDEN_DIR set to that folder in the source
    /// tree, look at the difference, and build again.
    /// </summary>
    public static void Verify(string name, string actual, string kind = "txt")
    {
        var text = Hash().Replace(actual.Replace(RootCommand.ExecutableName, "recommender", StringComparison.Ordinal), "-xxxxxxxx");
        if (Environment.GetEnvironmentVariable("GOLDEN_DIR") is { Length: > 0 } folder)
        {
            File.WriteAllText(Path.Combine(folder, $"{name}.{kind}"), text);
            return;
        }

        Assert.Equal(File.ReadAllText(Path.Combine(AppContext.BaseDirectory, "Golden", $"{name}.{kind}")), text);
    }

    /// <summary>Fingerprints follow from every model's SQL; they are no matter of layout.</summary>
    [GeneratedRegex("(?<=[0-9]{9}Z)-[0-9a-f]{8}")]
    private static partial Regex Hash();
}
