using System.Buffers;
using System.Globalization;
using System.Text;
using System.Text.Unicode;

namespace Recommender.Ingest.Csv;

/// <summary>A line as it arrived, for the quarantine.</summary>
internal static class RawLine
{
    /// <summary>
    /// The line as text: just as it is where it is UTF-8. In a line that is not (its reason starts with "bad UTF-8"), bytes that
    /// are no UTF-8 are written <c>\xHH</c> and a backslash is doubled, so that no byte is lost.
    /// </summary>
    public static string Text(ReadOnlySpan<byte> line)
    {
        if (Utf8.IsValid(line))
        {
            return Encoding.UTF8.GetString(line);
        }

        var text = new StringBuilder(line.Length + 16);
        while (!line.IsEmpty)
        {
            var isText = Rune.DecodeFromUtf8(line, out var rune, out var used) == OperationStatus.Done;
            if (isText)
            {
                text.Append(rune.Value == '\\' ? @"\\" : rune.ToString());
            }

            foreach (var bad in isText ? [] : line[..used])
            {
                text.Append(CultureInfo.InvariantCulture, $"\\x{bad:X2}");
            }

            line = line[used..];
        }

        return text.ToString();
    }

    /// <summary>Names the first byte of a line that is no UTF-8, and its offset in the line.</summary>
    public static string Utf8Fault(ReadOnlySpan<byte> line)
    {
        var at = 0;
        while (at < line.Length && Rune.DecodeFromUtf8(line[at..], out _, out var used) == OperationStatus.Done)
        {
            at += used;
        }

        return $"bad UTF-8: byte {line[at]:X2} at offset {at}";
    }
}
