using Recommender.Lake.Tables;

namespace Recommender.Ingest.Csv;

/// <summary>
/// Counts a file's rows and finds those that are not plain. A plain row has just the right fields, each empty or written in the
/// one usual way: digits with an optional minus; a decimal number; printable ASCII without quotes. DuckDB's CSV reader reads
/// plain rows exactly, but takes "1.5" for the whole number 2 and "0x10" for 16, so the others are read one by one.
/// </summary>
public static class LineSurveyor
{
    /// <summary>Past so many doubtful rows the whole file is read one by one, so more of them are not listed.</summary>
    public const int MostDoubtful = 1_000_000;

    private enum Shape
    {
        Whole,
        Number,
        Text,
    }

    /// <summary>Surveys a file.</summary>
    /// <exception cref="InvalidDataException">A gzip file is cut short or damaged.</exception>
    public static LineSurvey Survey(CsvSource source, IReadOnlyList<Column> columns, IProgress<long>? bytesRead, CancellationToken cancellationToken)
    {
        Shape[] shapes = [.. columns.Select(column => column.Type switch
        {
            ColumnType.BigInt or ColumnType.Integer => Shape.Whole,
            ColumnType.Double => Shape.Number,
            _ => Shape.Text,
        })];
        using var stream = source.OpenText();
        var lines = new LineReader(stream);
        List<long> blank = [];
        List<long> doubtful = [];
        long rows = 0;
        long carriageReturns = 0;
        long bytes = 0;
        lines.TryRead(out _);
        carriageReturns += lines.EndedWithCarriageReturn ? 1 : 0;
        while (lines.TryRead(out var line))
        {
            bytes += line.Length + 1;
            carriageReturns += lines.EndedWithCarriageReturn ? 1 : 0;
            if (line.IsEmpty)
            {
                blank.Add(lines.LineNumber);
                continue;
            }

            if (!IsPlain(line, shapes) && doubtful.Count < MostDoubtful)
            {
                doubtful.Add(lines.LineNumber);
            }

            if ((++rows & 0xFFFFF) == 0)
            {
                cancellationToken.ThrowIfCancellationRequested();
                bytesRead?.Report(bytes);
            }
        }

        // The last line may end with the file.
        var ends = carriageReturns == 0 ? LineEnds.Lf : carriageReturns >= lines.LineNumber - 1 ? LineEnds.CrLf : LineEnds.Mixed;
        return new LineSurvey(rows, blank, doubtful, ends);
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

        return at;
    }
}
