using System.Diagnostics;
using System.Globalization;

namespace Recommender.Lake.Tests.Support;

/// <summary>The file system's number of a file, by which hard links of one file are known.</summary>
internal static class Inode
{
    /// <summary>The number; skips the test where <c>stat</c> of GNU or busybox is not at hand.</summary>
    public static long Of(string path)
    {
        if (!OperatingSystem.IsLinux())
        {
            Assert.Skip("stat -c is Linux's");
        }

        using var stat = Process.Start(new ProcessStartInfo("stat", ["-c", "%i", path]) { RedirectStandardOutput = true })!;
        var number = stat.StandardOutput.ReadToEnd();
        stat.WaitForExit();
        return long.Parse(number, CultureInfo.InvariantCulture);
    }
}
