using System.Text;
using Recommender.Lake.Tables;

namespace Recommender.Ingest.Csv;

/// <summary>Compares a file's first line with what the feed declares, before anything is written.</summary>
public static class HeaderCheck
{
    /// <summary>What is wrong with the file as a whole, or null.</summary>
    public static string? Fault(CsvSource source, IReadOnlyList<Column> columns)
    {
        try
        {
            using var stream = source.OpenText();
            var lines = new LineReader(stream);
            if (!lines.TryRead(out var first) || first.IsEmpty)
            {
                return $"{source.Path}: line 1: the file is empty; the header {Expected(columns)} is wanted";
            }

            var names = Encoding.UTF8.GetString(first).TrimStart('\uFEFF').Split(',').Select(name => name.Trim().Trim('"')).ToList();
            return names.SequenceEqual(columns.Select(column => column.Name)) ? null : $"{source.Path}: line 1: {Difference(names, columns)}";
        }
        catch (Exception error) when (error is InvalidDataException or IOException or UnauthorizedAccessException)
        {
            return $"{source.Path}: it cannot be read: {error.Message}";
        }
    }

    private static string Difference(List<string> names, IReadOnlyList<Column> columns)
    {
        var wanted = columns.Select(column => column.Name).ToList();
        var missing = wanted.Except(names).ToList();
        var unknown = names.Except(wanted).ToList();
        var parts = new List<string>();
        if (missing.Count > 0)
        {
            parts.Add($"column {string.Join(", ", missing)} is missing");
        }

        if (unknown.Count > 0)
        {
            parts.Add($"column '{string.Join("', '", unknown)}' is unknown");
        }

        if (parts.Count == 0)
        {
            parts.Add("the columns are in another order or stand twice");
        }

        return $"{string.Join(" and ", parts)}; the header must be {Expected(columns)}";
    }

    private static string Expected(IReadOnlyList<Column> columns) => $"'{string.Join(",", columns.Select(column => column.Name))}'";
}
