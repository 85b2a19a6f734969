using System.Diagnostics;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace Recommender.Tests.StateMachine;

/// <summary>
/// Another opinion of a state machine: the npm package asl-validator, installed from its lock file when it is missing or older than
/// that. Needs Node.js 18 or later with npm on the PATH.
/// </summary>
public static class AslValidator
{
    private static readonly TimeSpan _patience = TimeSpan.FromMinutes(5);

    /// <summary>The errors of each machine; one process validates all.</summary>
    public static async Task<IReadOnlyList<string[]>> ErrorsAsync(IEnumerable<string> machines, CancellationToken cancellationToken)
    {
        var folder = Path.Combine(Root(), "tests", "Pipeline", "asl-validator");
        var installed = Path.Combine(folder, "node_modules", ".package-lock.json");
        if (!File.Exists(installed) || File.GetLastWriteTimeUtc(Path.Combine(folder, "package-lock.json")) > File.GetLastWriteTimeUtc(installed))
        {
            await RunAsync(folder, ["npm", "ci", "--no-audit", "--no-fund", "--loglevel=error"], "", cancellationToken);
        }

        var input = new JsonArray([.. machines.Select(machine => JsonNode.Parse(machine))]).ToJsonString();
        return JsonSerializer.Deserialize<string[][]>(await RunAsync(folder, ["node", "validate.mjs"], input, cancellationToken))!;
    }

    private static string Root()
    {
        for (var folder = new DirectoryInfo(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
        {
            if (File.Exists(Path.Combine(folder.FullName, "Recommender.sln")))
            {
                return folder.FullName;
            }
        }

        throw new InvalidOperationException($"no folder above {AppContext.BaseDirectory} holds Recommender.sln");
    }

    private static async Task<string> RunAsync(string folder, string[] command, string input, CancellationToken cancellationToken)
    {
        using var limit = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        limit.CancelAfter(_patience);
        var windows = OperatingSystem.IsWindows();
        using var process = new Process();
        process.StartInfo = new ProcessStartInfo(windows ? "cmd" : command[0], windows ? ["/c", .. command] : command[1..])
        {
            WorkingDirectory = folder,
            RedirectStandardInput = true,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        process.Start();
        try
        {
            var output = process.StandardOutput.ReadToEndAsync(limit.Token);
            var errors = process.StandardError.ReadToEndAsync(limit.Token);
            await process.StandardInput.WriteAsync(input.AsMemory(), limit.Token);
            process.StandardInput.Close();
            await process.WaitForExitAsync(limit.Token);
            return process.ExitCode == 0
                ? await output
                : throw new InvalidOperationException($"{string.Join(' ', command)} ended with {process.ExitCode}: {await errors}{await output}");
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
