namespace Recommender.Lake.DuckDb;

/// <summary>Shortens SQL for error messages.</summary>
internal static class StatementExcerpt
{
    internal const int MaxLines = 8;
    internal const int MaxCharacters = 1000;

    /// <summary>The first <see cref="MaxLines"/> lines, <see cref="MaxCharacters"/> at most, with "…" where cut.</summary>
    internal static string Of(string sql)
    {
        var text = sql.Trim();
        var end = 0;
        for (var line = 0; line < MaxLines && end >= 0; line++)
        {
            end = text.IndexOf('\n', line == 0 ? 0 : end + 1);
        }
        var length = Math.Min(end < 0 ? text.Length : end, MaxCharacters);
        return length == text.Length ? text : string.Concat(text.AsSpan(0, length).TrimEnd(), "…");
    }
}
