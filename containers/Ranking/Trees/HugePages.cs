using System.Runtime.InteropServices;

namespace Recommender.Ranking.Trees;

/// <summary>
/// Asks the system to back memory that is read here and there with large pages: rows of a leaf lie far apart, and with small pages
/// finding them costs more than adding them. Where the system knows no such thing, nothing happens.
/// </summary>
internal static partial class HugePages
{
    private const int MadviseHugePage = 14;
    private const nint PageBytes = 2 << 20;

    /// <summary>Asks for whole large pages within an array that does not move; to be called before its memory is first written.</summary>
    public static unsafe void Advise<T>(T[] pinned)
        where T : unmanaged
    {
        var start = (nint)Marshal.UnsafeAddrOfPinnedArrayElement(pinned, 0);
        var first = (start + PageBytes - 1) / PageBytes * PageBytes;
        var length = (start + ((nint)pinned.Length * sizeof(T)) - first) / PageBytes * PageBytes;
        if (length > 0 && OperatingSystem.IsLinux())
        {
            // A hint: whatever it answers, the memory works.
            _ = Advise(first, length, MadviseHugePage);
        }
    }

    [LibraryImport("libc", EntryPoint = "madvise")]
    private static partial int Advise(nint address, nint length, int advice);
}
