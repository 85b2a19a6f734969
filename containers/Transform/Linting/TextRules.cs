namespace Recommender.Transform.Linting;

/// <summary>Text, NULL and arrays: the spellings whose answers do not depend on the engine.</summary>
internal static class TextRules
{
    private static readonly string[] Comparisons = ["=", "<>", "!=", "<", ">", "<=", ">="];

    /// <summary>The rules.</summary>
    public static IEnumerable<SqlFinding> Find(SqlTokens sql)
    {
        for (var at = 0; at < sql.Count; at++)
        {
            var kind = sql[at].Kind;
            if (kind == SqlTokenKind.QuotedName)
            {
                yield return sql.Finding(at, "quoted-name", "write a plain lower-case name");
            }
            else if (sql.Is(at, "["))
            {
                yield return sql.Finding(at, "array-access", "write cross join unnest(l) as u(x): beyond the end one engine fails and the other gives NULL");
            }
            else if (sql.Is(at, "split_part", "(") && !sql.Is(at - 2, "nullif", "("))
            {
                yield return sql.Finding(at, "split-part", "write nullif(split_part(…), ''): past the end one engine gives NULL and the other empty text");
            }
            else if (sql.IsOneOf(at, ["greatest", "least"]) && sql.Is(at + 1, "(") && sql.Arguments(at).Any(argument => MayBeNull(sql, argument)))
            {
                yield return sql.Finding(at, "greatest-least", $"write {sql[at].Text}(coalesce(a, …), coalesce(b, …)): one engine answers NULL for a NULL and the other ignores it");
            }
            else if (sql.IsOneOf(at, Comparisons) && (kind, sql[at - 1].Kind, sql[at + 1].Kind) is
                (_, SqlTokenKind.Text, SqlTokenKind.Number) or (_, SqlTokenKind.Number, SqlTokenKind.Text))
            {
                yield return sql.Finding(at, "implicit-cast", "cast one side: one engine refuses to compare text with a number");
            }
        }
    }

    private static bool MayBeNull(SqlTokens sql, (int From, int To) argument) =>
        !sql.Is(argument.From, "coalesce", "(") && !(argument.To == argument.From + 1 && sql[argument.From].Kind is SqlTokenKind.Number or SqlTokenKind.Text);
}
