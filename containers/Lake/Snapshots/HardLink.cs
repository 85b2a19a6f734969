using System.Runtime.InteropServices;

namespace Recommender.Lake.Snapshots;

/// <summary>Hard links, so that an unchanged day costs no disk (the framework has none of its own).</summary>
internal static partial class HardLink
{
    /// <summary>Makes <paramref name="target"/> another name of <paramref name="source"/>, or a copy where the file system has no hard links.</summary>
    /// <returns>Whether it is a link; a copy is not durable yet.</returns>
    public static bool CreateOrCopy(string source, string target)
    {
        var linked = OperatingSystem.IsWindows() ? CreateHardLink(target, source, 0) != 0 : Link(source, target) == 0;
        if (!linked)
        {
            File.Copy(source, target);
        }

        return linked;
    }

    [LibraryImport("libc", EntryPoint = "link", StringMarshalling = StringMarshalling.Utf8)]
    private static partial int Link(string source, string target);

    [LibraryImport("kernel32", EntryPoint = "CreateHardLinkW", StringMarshalling = StringMarshalling.Utf16)]
    private static partial int CreateHardLink(string target, string source, nint security);
}
