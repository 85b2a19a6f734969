using System.Diagnostics;
using System.Text.Json;
using Recommender.Transform.Tests.Support;

namespace Recommender.Transform.Tests.Grammar;

/// <summary>
/// A parser of Trino's grammar: the npm package dt-sql-parser, bundled into one file for Node.js when that file is
/// missing or older than its sources.
/// </summary>
internal static class TrinoGrammar
{
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(5);

    private static readonly string Folder = Repository.PathTo("tests", "Transform", "trino-grammar");

    private static readonly string Bundle = Path.Combine(Folder, "bundle", "parse.cjs");

    /// <summary>The syntax errors of each statement; one process parses all.</summary>
    public static async Task<IReadOnlyList<string[]>> Errors(IReadOnlyList<string> statements, CancellationToken cancellationToken)
    {
        var sources = new[] { "package.json", "package-lock.json", "parse.mjs" }.Select(name => Path.Combine(Folder, name));
        if (!File.Exists(Bundle) || sources.Any(source => File.GetLastWriteTimeUtc(source) > File.GetLastWriteTimeUtc(Bundle)))
        {
            await Run(["npm", "ci", "--no-audit", "--no-fund", "--loglevel=error"], "", cancellationToken);
            await Run(["npm", "run", "--silent", "bundle"], "", cancellationToken);
        }

        var answer = await Run(["node", Bundle], JsonSerializer.Serialize(statements), cancellationToken);
        return JsonSerializer.Deserialize<string[][]>(answer)!;
    }

    private static async Task<string> Run(string[] command, string input, CancellationToken cancellationToken)
    {
        using var limit = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        limit.CancelAfter(Patience);
        var windows = OperatingSystem.IsWindows();
        using var process = new Process();
        process.StartInfo = new ProcessStartInfo(windows ? "cmd" : command[0], windows ? ["/c", .. command] : command[1..])
        {
            WorkingDirectory = Folder,
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        try
        {
            process.Start();
        }
        catch (System.ComponentModel.Win32Exception missing)
        {
            Assert.Fail($"{command[0]} does not start ({missing.Message}): the Trino grammar check needs Node.js 18 or later with npm on the PATH");
        }

        try
        {
            var output = process.StandardOutput.ReadToEndAsync(limit.Token);
            var errors = process.StandardError.ReadToEndAsync(limit.Token);
            await process.StandardInput.WriteAsync(input.AsMemory(), limit.Token);
            process.StandardInput.Close();
            await process.WaitForExitAsync(limit.Token);
            Assert.True(process.ExitCode == 0, $"{string.Join(' ', command)} ended with {process.ExitCode}: {await errors}{await output}");
            return await output;
        }
        finally
        {
            if (!process.HasExited)
            {
                process.Kill(entireProcessTree: true);
            }
        }
    }
}
