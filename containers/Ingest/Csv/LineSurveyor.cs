using Recommender.Lake.Errors;
using Recommender.Lake.Tables;

namespace Recommender.Ingest.Csv;

/// <summary>
/// Counts a file's rows and finds those that are not plain. A plain row has just the right fields, each empty or written in the
/// one usual way: digits with an optional minus; a decimal number; printable ASCII without quotes. DuckDB's CSV reader reads
/// plain rows exactly, but takes "1.5" for the whole number 2 and "0x10" for 16, so the others are read one by one.
/// </summary>
internal static class LineSurveyor
{
    /// <summary>Past so many doubtful rows the whole file is read one by one, so more of them are not listed.</summary>
    public const int MostDoubtful = 1_000_000;

    // A number can be so long that DuckDB reads it as infinite.
    private const int LongestPlainNumber = 32;
    private const int ReportBytes = 16 << 20;

    private enum Shape
    {
        Whole,
        Number,
        Text,
    }

    /// <summary>Surveys a file.</summary>
    /// <exception cref="CallerException">A gzip file is cut short or damaged, or a line is too long.</exception>
    /// <exception cref="EnvironmentException">The file cannot be read.</exception>
    public static LineSurvey Survey(CsvSource source, IReadOnlyList<Column> columns, IProgress<long>? bytesRead, CancellationToken cancellationToken)
    {
        Shape[] shapes = [.. columns.Select(column => column.Type switch
        {
            ColumnType.BigInt or ColumnType.Integer => Shape.Whole,
            ColumnType.Double => Shape.Number,
            _ => Shape.Text,
        })];
        return source.Read(stream => Survey(new LineReader(stream), shapes, bytesRead, cancellationToken));
    }

    private static LineSurvey Survey(LineReader lines, Shape[] shapes, IProgress<long>? bytesRead, CancellationToken cancellationToken)
    {
        var tally = new LineTally();
        var scan = shapes.Length > 1 && Array.TrueForAll(shapes, shape => shape == Shape.Whole) ? new WholeNumberScan(shapes.Length, tally) : null;
        long bytes = 0;
        long reported = 0;
        while (lines.TryRead(out var line))
        {
            bytes += line.Length + 1;
            Note(line, lines, shapes, tally);
            if (scan is not null)
            {
                var scanned = scan.Scan(lines.ReadAhead, lines.LineNumber + 1, out var count);
                lines.Skip(scanned, count);
                bytes += scanned;
            }

            if (bytes - reported >= ReportBytes)
            {
                cancellationToken.ThrowIfCancellationRequested();
                bytesRead?.Report(bytes);
                reported = bytes;
            }
        }

        return tally.Sum(lines.LineNumber, lines.LineNumber - (lines.LineNumber > 0 && !lines.EndedWithLineFeed ? 1 : 0));
    }

    private static void Note(ReadOnlySpan<byte> line, LineReader lines, Shape[] shapes, LineTally tally)
    {
        if (lines.EndedWithCarriageReturn)
        {
            tally.CarriageReturns += lines.EndedWithLineFeed ? 1 : 0;
            tally.HasLoneReturn |= !lines.EndedWithLineFeed;
        }

        if (lines.LineNumber > 1 && (line.IsEmpty || !IsPlain(line, shapes)))
        {
            // DuckDB takes a CR within a line for a line's end.
            tally.HasLoneReturn |= line.Contains((byte)'\r');
            tally.AddUnusual(lines.LineNumber, line.IsEmpty);
        }
    }

    private static bool IsPlain(ReadOnlySpan<byte> line, Shape[] shapes)
    {
        var at = 0;
        for (var column = 0; column < shapes.Length; column++)
        {
            if (column > 0)
            {
                if (at == line.Length || line[at] != ',')
                {
                    return false;
                }

                at++;
            }

            at = shapes[column] == Shape.Text ? SkipText(line, at) : SkipNumber(line, at, shapes[column] == Shape.Number);
        }

        return at == line.Length;
    }

    private static int SkipText(ReadOnlySpan<byte> line, int at)
    {
        while (at < line.Length && line[at] is > 0x20 and < 0x7F and not (byte)',' and not (byte)'"')
        {
            at++;
        }

        return at;
    }

    private static int SkipNumber(ReadOnlySpan<byte> line, int at, bool mayHavePoint)
    {
        var start = at;
        if (at < line.Length && line[at] == '-')
        {
            at++;
        }

        var digits = at;
        while (at < line.Length && (uint)(line[at] - '0') <= 9)
        {
            at++;
        }

        if (at == digits)
        {
            return start;
        }

        if (mayHavePoint && at + 1 < line.Length && line[at] == '.' && (uint)(line[at + 1] - '0') <= 9)
        {
            at++;
            while (at < line.Length && (uint)(line[at] - '0') <= 9)
            {
                at++;
            }
        }

        return mayHavePoint && at - start > LongestPlainNumber ? start : at;
    }
}
