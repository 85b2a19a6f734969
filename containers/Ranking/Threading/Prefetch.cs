using System.Runtime.CompilerServices;
using System.Runtime.Intrinsics.X86;

namespace Recommender.Ranking.Threading;

/// <summary>
/// Asks the processor for memory that is needed a little later. Tables over all products are too large for its caches, and which
/// rows of them a user needs is known before they are. Where the processor cannot be asked, nothing happens.
/// </summary>
internal static class Prefetch
{
    /// <summary>Asks for the cache line of a place.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static unsafe void Line<T>(ref readonly T place)
    {
        if (Sse.IsSupported)
        {
            // The address is a hint: where the array has been moved meanwhile, the wrong line is fetched, and nothing else.
            Sse.Prefetch0(Unsafe.AsPointer(ref Unsafe.AsRef(in place)));
        }
    }

    /// <summary>Asks for the first lines of what is read from its start.</summary>
    /// <param name="places">What is read.</param>
    /// <param name="lines">How many lines of 64 bytes at most.</param>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public static void Start<T>(ReadOnlySpan<T> places, int lines)
    {
        var step = 64 / Unsafe.SizeOf<T>();
        for (var at = 0; at < places.Length && at < lines * step; at += step)
        {
            Line(in places[at]);
        }
    }
}
