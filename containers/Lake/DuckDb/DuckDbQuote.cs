namespace Recommender.Lake.DuckDb;

/// <summary>Puts names and strings into SQL text safely. Values are better bound to a <see cref="DuckDbStatement"/>.</summary>
public static class DuckDbQuote
{
    /// <summary>A name in double quotes, its own doubled.</summary>
    /// <exception cref="ArgumentException">The name is empty or holds a zero character.</exception>
    public static string Identifier(string name)
    {
        ArgumentException.ThrowIfNullOrEmpty(name);
        return $"\"{Whole(name).Replace("\"", "\"\"", StringComparison.Ordinal)}\"";
    }

    /// <summary>A string in single quotes, its own doubled. A backslash means itself.</summary>
    /// <exception cref="ArgumentException">The string holds a zero character.</exception>
    public static string Literal(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        return $"'{Whole(text).Replace("'", "''", StringComparison.Ordinal)}'";
    }

    /// <summary>The path of one file in single quotes, for functions that take patterns: in this one DuckDB sees none.</summary>
    /// <exception cref="ArgumentException">The path holds a zero character.</exception>
    public static string OneFile(string path)
    {
        ArgumentNullException.ThrowIfNull(path);
        return Literal(path
            .Replace("[", "[[]", StringComparison.Ordinal)
            .Replace("*", "[*]", StringComparison.Ordinal)
            .Replace("?", "[?]", StringComparison.Ordinal));
    }

    private static string Whole(string text) => text.Contains('\0')
        ? throw new ArgumentException("SQL text cannot hold a zero character.", nameof(text))
        : text;
}
