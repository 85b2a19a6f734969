using Recommender.Lake.Models;

namespace Recommender.Lake.Athena;

/// <summary>Tells statements apart by their first word.</summary>
internal static class StatementKinds
{
    /// <summary>The kind of a statement.</summary>
    public static StatementKind Of(string sql)
    {
        var text = SqlLexer.WithoutComments(sql).AsSpan().TrimStart([' ', '\t', '\r', '\n', '(']);
        var end = text.IndexOfAnyExceptInRange('A', 'z');
        var word = (end < 0 ? text : text[..end]).ToString().ToUpperInvariant();
        return word switch
        {
            "SELECT" or "WITH" or "VALUES" => StatementKind.Select,
            "INSERT" => StatementKind.Insert,
            "EXPLAIN" => StatementKind.Explain,
            _ => StatementKind.Other,
        };
    }
}
