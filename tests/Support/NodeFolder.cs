using System.ComponentModel;
using System.Diagnostics;

namespace Recommender.Tests;

/// <summary>A folder of the source tree with a Node.js program and its lock file. Needs Node.js 18 or later with npm on the PATH.</summary>
/// <param name="path">The folder, from the project's root.</param>
public sealed class NodeFolder(params string[] path)
{
    private static readonly TimeSpan _patience = TimeSpan.FromMinutes(5);

    /// <summary>The folder's full path.</summary>
    public string Folder { get; } = Repository.PathTo(path);

    /// <summary>Installs the packages of the lock file where they are missing or older than it.</summary>
    /// <returns>Whether they were.</returns>
    public async Task<bool> InstallAsync(CancellationToken cancellationToken)
    {
        var installed = Path.Combine(Folder, "node_modules", ".package-lock.json");
        if (File.Exists(installed) && File.GetLastWriteTimeUtc(Path.Combine(Folder, "package-lock.json")) <= File.GetLastWriteTimeUtc(installed))
        {
            return false;
        }

        await RunAsync(["npm", "ci", "--no-audit", "--no-fund", "--loglevel=error"], "", cancellationToken);
        return true;
    }

    /// <summary>Runs a command in the folder, within five minutes.</summary>
    /// <param name="command">The program and its arguments.</param>
    /// <param name="input">What it reads from standard input.</param>
    /// <param name="cancellationToken">Kills it.</param>
    /// <returns>What it wrote to standard output.</returns>
    /// <exception cref="InvalidOperationException">It does not start, or ends with another exit code than 0; the message has what it wrote.</exception>
    public async Task<string> RunAsync(string[] command, string input, CancellationToken cancellationToken)
    {
        using var limit = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        limit.CancelAfter(_patience);
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
        catch (Win32Exception missing)
        {
            throw new InvalidOperationException($"{command[0]} does not start ({missing.Message}): {Folder} needs Node.js 18 or later with npm on the PATH", missing);
        }

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
