using System.Text;

namespace Recommender.AwsEmulator.Athena;

/// <summary>Results as Athena's CSV: every value in quotes, nothing for NULL.</summary>
internal static class ResultCsv
{
    /// <summary>The whole file with its header.</summary>
    public static string Write(QueryOutcome outcome)
    {
        var text = new StringBuilder();
        Line(text, [.. outcome.Columns.Select(column => column.Name)]);
        foreach (var row in outcome.Rows)
        {
            Line(text, row);
        }

        return text.ToString();
    }

    private static void Line(StringBuilder text, IReadOnlyList<string?> values) =>
        text.AppendJoin(',', values.Select(value => value is null ? "" : $"\"{value.Replace("\"", "\"\"", StringComparison.Ordinal)}\"")).Append('\n');
}
