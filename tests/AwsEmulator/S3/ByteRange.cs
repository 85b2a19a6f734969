using System.Globalization;
using System.Text.RegularExpressions;

namespace Recommender.AwsEmulator.S3;

/// <summary>A range of an object's bytes.</summary>
/// <param name="From">The first byte.</param>
/// <param name="To">The last byte.</param>
internal sealed partial record ByteRange(long From, long To)
{
    /// <summary>Bytes.</summary>
    public long Length => To - From + 1;

    /// <summary>Reads the header Range of a read. One that is not understood, or asks for several ranges, is not heeded.</summary>
    /// <returns>Null for the whole object.</returns>
    /// <exception cref="Http.AwsFaultException">It begins behind the object's end.</exception>
    public static ByteRange? Read(string? header, long size)
    {
        if (header is null || Form().Match(header) is not { Success: true } match || (match.Groups[1].Length == 0 && match.Groups[2].Length == 0))
        {
            return null;
        }

        var (from, to) = (Number(match.Groups[1]), Number(match.Groups[2]));
        if (from > to)
        {
            return null;
        }

        var range = from is null
            ? new ByteRange(Math.Max(0, size - to!.Value), to == 0 ? -1 : size - 1)
            : new(from.Value, Math.Min(to ?? long.MaxValue, size - 1));
        return range.Length > 0 && range.From < size ? range : throw S3Faults.InvalidRange(header, size);
    }

    /// <summary>Reads the range of a part's copy, which must lie within its source.</summary>
    /// <exception cref="Http.AwsFaultException">It does not, or is no range.</exception>
    public static ByteRange ReadCopied(string header, long size) =>
        Form().Match(header) is { Success: true } match && Number(match.Groups[1]) is { } from && Number(match.Groups[2]) is { } to && from <= to
            ? to < size ? new(from, to) : throw S3Faults.InvalidArgument($"Range specified is not valid for source object of size: {size}", "x-amz-copy-source-range", header)
            : throw S3Faults.InvalidArgument("The x-amz-copy-source-range value must be of the form bytes=first-last where first and last are the zero-based offsets of the first and last bytes to copy", "x-amz-copy-source-range", header);

    private static long? Number(Group group) => long.TryParse(group.Value, NumberStyles.None, CultureInfo.InvariantCulture, out var number) ? number : null;

    [GeneratedRegex("^bytes=([0-9]{0,18})-([0-9]{0,18})$")]
    private static partial Regex Form();
}
