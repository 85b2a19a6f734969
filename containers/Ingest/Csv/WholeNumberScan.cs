using System.Numerics;
using System.Runtime.Intrinsics;

namespace Recommender.Ingest.Csv;

/// <summary>
/// Finds, 64 bytes at a time, the lines that are not plain in a file whose columns are all whole numbers. Bit i of a mask
/// stands for byte i of the 64.
/// </summary>
/// <param name="columns">Columns of the file, at least 2.</param>
/// <param name="tally">Takes what is found.</param>
internal sealed class WholeNumberScan(int columns, LineTally tally)
{
    private static int Width => Vector512<byte>.Count;

    /// <summary>Scans the whole lines at hand, but for some at the end, which are left to a reader line by line.</summary>
    /// <param name="bytes">The bytes; they start with a line.</param>
    /// <param name="line">That line's number.</param>
    /// <param name="lines">How many lines were scanned.</param>
    /// <returns>How many bytes they take.</returns>
    public int Scan(ReadOnlySpan<byte> bytes, long line, out long lines)
    {
        var firstLine = line;
        var start = 0;
        var separators = 0;
        var isFaulty = false;
        // What the byte before the block was; a line starts with a field as if a comma came before it.
        var afterSeparator = 1UL;
        var afterMinus = 0UL;
        var afterReturn = 0UL;
        for (var at = 0; at + Width <= bytes.Length; at += Width)
        {
            var block = Vector512.Create(bytes.Slice(at, Width));
            var feeds = Mask(block, '\n');
            var commas = Mask(block, ',');
            var minuses = Mask(block, '-');
            var returns = Mask(block, '\r');
            var digits = Vector512.LessThanOrEqual(block - Vector512.Create((byte)'0'), Vector512.Create((byte)9)).ExtractMostSignificantBits();
            var separated = feeds | commas;
            var behindReturn = (returns << 1) | afterReturn;
            var faults = ~(separated | digits | minuses | returns)
                | (minuses & ~((separated << 1) | afterSeparator))
                | (((minuses << 1) | afterMinus) & ~digits)
                | (behindReturn & ~feeds);
            tally.CarriageReturns += BitOperations.PopCount(behindReturn & feeds);
            tally.HasLoneReturn |= (behindReturn & ~feeds) != 0;
            afterSeparator = separated >> 63;
            afterMinus = minuses >> 63;
            afterReturn = returns >> 63;

            for (; feeds != 0; feeds &= feeds - 1)
            {
                var upTo = feeds ^ (feeds - 1);
                separators += BitOperations.PopCount(commas & upTo);
                if (separators != columns - 1 || isFaulty || (faults & upTo) != 0)
                {
                    var next = at + BitOperations.TrailingZeroCount(feeds) + 1;
                    var length = next - 1 - LineStart(bytes, next - 1);
                    tally.AddUnusual(line, isBlank: length == 0 || (length == 1 && bytes[next - 2] == '\r'));
                }

                line++;
                separators = 0;
                isFaulty = false;
                commas &= ~upTo;
                faults &= ~upTo;
                start = at + BitOperations.TrailingZeroCount(feeds) + 1;
            }

            separators += BitOperations.PopCount(commas);
            isFaulty |= faults != 0;
        }

        lines = line - firstLine;
        return start;
    }

    private static int LineStart(ReadOnlySpan<byte> bytes, int end) => bytes[..end].LastIndexOf((byte)'\n') + 1;

    private static ulong Mask(Vector512<byte> block, char of) => Vector512.Equals(block, Vector512.Create((byte)of)).ExtractMostSignificantBits();
}
