using System.Diagnostics;

namespace Recommender.Tests;

/// <summary>Packages of Debian that tests need: programs of others that the product's work is held against.</summary>
public static class DebianPackages
{
    private static readonly TimeSpan _patience = TimeSpan.FromMinutes(10);

    /// <summary>Installs packages where they are missing. Test processes that need some at the same time wait for each other.</summary>
    /// <param name="packages">Their names.</param>
    /// <returns>Null once they are there; otherwise why they cannot be, for a test to skip with.</returns>
    public static string? Require(params string[] packages)
    {
        ArgumentNullException.ThrowIfNull(packages);
        if (!File.Exists("/usr/bin/dpkg-query"))
        {
            return $"this machine has no Debian packages, and the test needs {string.Join(", ", packages)}";
        }

        using var turn = Lock();
        if (Missing(packages) is not { Length: > 0 } missing)
        {
            return null;
        }

        if (!Environment.IsPrivilegedProcess)
        {
            return $"not installed, and only root can install: {string.Join(", ", missing)} (apt-get install {string.Join(' ', missing)})";
        }

        string[] install = ["install", "-y", "--no-install-recommends", .. missing];
        var (status, said) = Run("apt-get", install);
        if (status != 0)
        {
            Run("apt-get", ["update"]);
            (status, said) = Run("apt-get", install);
        }

        return status == 0 ? null : $"cannot be installed: {string.Join(", ", missing)}: {said}";
    }

    private static string[] Missing(string[] packages) => [.. packages.Where(package => Run("dpkg-query", ["-W", "-f", "${Status}", package]) is not (0, "install ok installed"))];

    // Whoever holds the file open has the turn; the operating system ends it with the process.
    private static FileStream Lock()
    {
        var deadline = Stopwatch.StartNew();
        while (true)
        {
            try
            {
                return new FileStream(Path.Combine(Path.GetTempPath(), "recommender-debian-packages.lock"), FileMode.OpenOrCreate, FileAccess.ReadWrite, FileShare.None);
            }
            catch (IOException) when (deadline.Elapsed < _patience)
            {
                Thread.Sleep(TimeSpan.FromMilliseconds(200));
            }
        }
    }

    private static (int Status, string Said) Run(string program, string[] arguments)
    {
        using var process = new Process();
        process.StartInfo = new ProcessStartInfo(program, arguments) { RedirectStandardOutput = true, RedirectStandardError = true, RedirectStandardInput = true };
        process.StartInfo.Environment["DEBIAN_FRONTEND"] = "noninteractive";
        process.StartInfo.Environment["LC_ALL"] = "C";
        process.Start();
        process.StandardInput.Close();
        var errors = process.StandardError.ReadToEndAsync();
        var output = process.StandardOutput.ReadToEnd();
        process.WaitForExit();
        return (process.ExitCode, process.ExitCode == 0 ? output : errors.Result.Trim());
    }
}
