using System.Text;
using Recommender.Lake.Errors;
using Recommender.Lake.Tables;

namespace Recommender.Ingest.Csv;

/// <summary>Compares a file's first line with what the feed declares, before anything is written; reads a gzip file to its end.</summary>
internal static class HeaderCheck
{
    private const int MostShown = 100;

    /// <summary>What is wrong with the file as a whole, or null.</summary>
    public static string? Fault(CsvSource source, IReadOnlyList<Column> columns)
    {
        try
        {
            return source.Read(stream =>
            {
                var lines = new LineReader(stream);
                var fault = lines.TryRead(out var first) ? Fault(first, source, columns) : "the file is empty";
                if (fault is null && source.IsGzip)
                {
                    stream.CopyTo(Stream.Null);
                }

                return fault is null ? null : $"{source.Place}: line 1: {fault}; the header must be '{string.Join(",", columns.Select(column => column.Name))}'";
            });
        }
        catch (Exception error) when (error is CallerException or EnvironmentException)
        {
            return error.Message;
        }
    }

    private static string? Fault(ReadOnlySpan<byte> first, CsvSource source, IReadOnlyList<Column> columns)
    {
        if (first is [0x1F, 0x8B, ..])
        {
            return $"the file is gzip; name it {source.Name}.gz";
        }

        if (first is [0xFF, 0xFE, ..] or [0xFE, 0xFF, ..])
        {
            return "the file is UTF-16, not UTF-8";
        }

        var text = Encoding.UTF8.GetString(first).TrimStart('\uFEFF');
        if (string.IsNullOrWhiteSpace(text))
        {
            return "it is blank";
        }

        var names = text.Split(',').Select(name => name.Trim().Trim('"')).ToList();
        var wanted = columns.Select(column => column.Name).ToList();
        return names.SequenceEqual(wanted) ? null : Difference(names, wanted);
    }

    private static string Difference(List<string> names, List<string> wanted)
    {
        var parts = new List<string>();
        if (wanted.Except(names).ToList() is { Count: > 0 } missing)
        {
            parts.Add($"column {string.Join(", ", missing)} is missing");
        }

        if (names.Except(wanted).ToList() is { Count: > 0 } unknown)
        {
            parts.Add($"column '{Shown(string.Join("', '", unknown))}' is unknown");
        }

        if (names.Intersect(wanted).Where(name => names.Count(other => other == name) > 1).ToList() is { Count: > 0 } twice)
        {
            parts.Add($"column {string.Join(", ", twice)} stands there more than once");
        }

        return parts.Count > 0 ? string.Join(" and ", parts) : $"the columns are in another order: '{string.Join(",", names)}'";
    }

    private static string Shown(string text) => text.Length <= MostShown ? text : $"{text[..MostShown]}…";
}
