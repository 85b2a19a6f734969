using System.Diagnostics;
using Recommender.AwsEmulator;
using Recommender.Tests;

namespace Recommender.Emulator.Tests.Support;

/// <summary>Debian's AWS command line, pointed at an emulator. It takes about a second to start.</summary>
/// <param name="server">The emulator.</param>
/// <param name="folder">Where it runs.</param>
public sealed class AwsCommandLine(AwsEmulatorServer server, string folder)
{
    private const string Program = "/usr/bin/aws";

    /// <summary>Skips the running test where the command line is not there and cannot be installed.</summary>
    public static void Require()
    {
        if (DebianPackages.Require("awscli", "python3-botocore") is { } reason)
        {
            Assert.Skip(reason);
        }
    }

    /// <summary>Runs it.</summary>
    /// <param name="cancellationToken">Kills it.</param>
    /// <param name="arguments">Its arguments.</param>
    /// <returns>Its exit code, what it wrote to standard output, and to standard error.</returns>
    public async Task<(int Status, string Output, string Errors)> RunAsync(CancellationToken cancellationToken, params string[] arguments)
    {
        using var process = new Process();
        process.StartInfo = new ProcessStartInfo(Program, ["--endpoint-url", server.Address.ToString().TrimEnd('/'), "--output", "json", .. arguments])
        {
            WorkingDirectory = folder,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        var environment = process.StartInfo.Environment;
        foreach (var name in environment.Keys.Where(name => name.StartsWith("AWS_", StringComparison.Ordinal)).ToList())
        {
            environment.Remove(name);
        }

        environment["AWS_ACCESS_KEY_ID"] = environment["AWS_SECRET_ACCESS_KEY"] = "test";
        environment["AWS_DEFAULT_REGION"] = server.Options.Region;
        environment["AWS_CONFIG_FILE"] = environment["AWS_SHARED_CREDENTIALS_FILE"] = "/dev/null";
        environment["AWS_EC2_METADATA_DISABLED"] = "true";
        environment["AWS_PAGER"] = "";
        environment["LC_ALL"] = "C.UTF-8";
        environment["AWS_MAX_ATTEMPTS"] = "1";
        process.Start();
        try
        {
            var output = process.StandardOutput.ReadToEndAsync(cancellationToken);
            var errors = process.StandardError.ReadToEndAsync(cancellationToken);
            await process.WaitForExitAsync(cancellationToken);
            return (process.ExitCode, await output, await errors);
        }
        finally
        {
            if (!process.HasExited)
            {
                process.Kill(entireProcessTree: true);
            }
        }
    }

    /// <summary>Runs it and demands that it succeeds.</summary>
    /// <returns>What it wrote to standard output.</returns>
    public async Task<string> DoAsync(CancellationToken cancellationToken, params string[] arguments)
    {
        var (status, output, errors) = await RunAsync(cancellationToken, arguments);
        Assert.True(status == 0, $"aws {string.Join(' ', arguments)} ended with {status}: {errors}{output}");
        return output;
    }
}
