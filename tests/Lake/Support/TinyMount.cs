using System.Diagnostics;

namespace Recommender.Lake.Tests.Support;

/// <summary>A small file system in memory over a folder, for tests of full and read-only disks.</summary>
internal sealed class TinyMount : IDisposable
{
    private readonly string _folder;

    private TinyMount(string folder) => _folder = folder;

    /// <summary>Mounts one, or skips the test where that is not permitted.</summary>
    public static TinyMount At(string folder, string size)
    {
        if (!OperatingSystem.IsLinux() || Environment.UserName != "root")
        {
            Assert.Skip("only root on Linux can mount a file system");
        }

        Directory.CreateDirectory(folder);
        if (Run("mount", "-t", "tmpfs", "-o", $"size={size}", "tmpfs", folder) is { Length: > 0 } fault)
        {
            Assert.Skip($"mount is not permitted here: {fault}");
        }

        return new TinyMount(folder);
    }

    public void MakeReadOnly() => Assert.Equal("", Run("mount", "-o", "remount,ro", _folder));

    public void Dispose() => Run("umount", _folder);

    /// <summary>Runs a program; its complaint where it fails.</summary>
    private static string Run(string program, params string[] arguments)
    {
        using var process = Process.Start(new ProcessStartInfo(program, arguments) { RedirectStandardError = true })!;
        var complaint = process.StandardError.ReadToEnd().Trim();
        process.WaitForExit();
        return process.ExitCode == 0 ? "" : $"{complaint} (exit code {process.ExitCode})";
    }
}
