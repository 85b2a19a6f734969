namespace Recommender.Ranking.Tests.Support;

/// <summary>Reads the data rows of a CSV file whose fields may be quoted and hold commas, but no line breaks.</summary>
internal static class TinyCsv
{
    public static IEnumerable<string[]> Read(string path) => File.ReadLines(path).Skip(1).Select(Fields);

    private static string[] Fields(string line)
    {
        if (!line.Contains('"', StringComparison.Ordinal))
        {
            return line.Split(',');
        }

        var fields = new List<string>();
        var field = new System.Text.StringBuilder();
        var quoted = false;
        foreach (var c in line)
        {
            if (c == '"')
            {
                quoted = !quoted;
            }
            else if (c == ',' && !quoted)
            {
                fields.Add(field.ToString());
                field.Clear();
            }
            else
            {
                field.Append(c);
            }
        }

        fields.Add(field.ToString());
        return [.. fields];
    }
}
