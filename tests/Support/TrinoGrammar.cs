using System.Text.Json;

namespace Recommender.Tests;

/// <summary>
/// A parser of Trino's grammar: the npm package dt-sql-parser, bundled into one file for Node.js when that file is
/// missing or older than its sources.
/// </summary>
public static class TrinoGrammar
{
    private static readonly NodeFolder _program = new("tests", "Transform", "trino-grammar");

    private static readonly string _bundle = Path.Combine(_program.Folder, "bundle", "parse.cjs");

    /// <summary>The syntax errors of each statement; one process parses all.</summary>
    public static async Task<IReadOnlyList<string[]>> Errors(IReadOnlyList<string> statements, CancellationToken cancellationToken)
    {
        var sources = new[] { "package.json", "package-lock.json", "parse.mjs" }.Select(name => Path.Combine(_program.Folder, name));
        if (!File.Exists(_bundle) || sources.Any(source => File.GetLastWriteTimeUtc(source) > File.GetLastWriteTimeUtc(_bundle)))
        {
            await _program.InstallAsync(cancellationToken);
            await _program.RunAsync(["npm", "run", "--silent", "bundle"], "", cancellationToken);
        }

        var answer = await _program.RunAsync(["node", _bundle], JsonSerializer.Serialize(statements), cancellationToken);
        return JsonSerializer.Deserialize<string[][]>(answer)!;
    }
}
