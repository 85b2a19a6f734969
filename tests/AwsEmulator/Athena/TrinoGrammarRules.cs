namespace Recommender.AwsEmulator.Athena;

/// <summary>What the embedded engine reads and Trino's grammar does not know.</summary>
internal static class TrinoGrammarRules
{
    private static readonly HashSet<string> _foreignSigns = ["::", "//", "**", "==", "->>", "<<", ">>", ":=", "{", "}", "$", "@", "#", "~", "^", "&", "|", ":", "\\", "!"];
    private static readonly HashSet<string> _foreignWords = ["qualify", "ilike", "pivot", "unpivot", "asof", "positional", "summarize", "isnull", "notnull", "glob", "returning", "macro", "pragma"];
    private static readonly HashSet<string> _units = ["year", "month", "day", "hour", "minute", "second"];

    // Behind these a bracket can only open a list.
    private static readonly HashSet<string> _beforeValues =
        ["select", "in", "then", "when", "else", "and", "or", "not", "on", "where", "by", "values", "between", "like", "from", "distinct", "all", "having", "limit", "offset", "as", "case", "is"];

    /// <summary>Refuses what Trino's grammar does not know.</summary>
    /// <param name="sql">The text.</param>
    /// <param name="tokens">Its tokens.</param>
    /// <exception cref="MalformedSqlException">Something of it is there.</exception>
    public static void Check(string sql, IReadOnlyList<SqlToken> tokens)
    {
        for (var at = 0; at < tokens.Count; at++)
        {
            var before = at > 0 ? tokens[at - 1] : null;
            var after = at + 1 < tokens.Count ? tokens[at + 1] : null;
            if (IsForeign(tokens, at, before, after))
            {
                throw Refused(sql, tokens[at]);
            }
        }

        CheckLimits(sql, tokens);
    }

    /// <summary>The error for a token that the grammar does not expect.</summary>
    public static MalformedSqlException Refused(string sql, SqlToken token, string expecting = "<expression>") =>
        new(sql, token.Start, $"mismatched input '{sql[token.Start..token.End]}'. Expecting: {expecting}");

    private static bool IsForeign(IReadOnlyList<SqlToken> tokens, int at, SqlToken? before, SqlToken? after)
    {
        var token = tokens[at];
        return token switch
        {
            { Kind: SqlTokenKind.Sign } => IsForeignSign(token, before, after),
            { Kind: SqlTokenKind.Number } => token.Text.Contains('_', StringComparison.Ordinal) || (before?.Is("interval") ?? false),
            { Kind: SqlTokenKind.Text } => IsForeignText(token, before, after),
            { Kind: SqlTokenKind.Word } => IsForeignWord(tokens, at, before, after),
            _ => false,
        };
    }

    private static bool IsForeignSign(SqlToken token, SqlToken? before, SqlToken? after) =>
        _foreignSigns.Contains(token.Text)
        || (token.Text == "[" && (before is null || before.IsAny(_beforeValues) || (before.Kind == SqlTokenKind.Sign && before.Text is not (")" or "]"))))
        // A comma before the end of a list, and columns left out of a star.
        || (token.Text == "," && (after is null || after.IsSign(")") || after.Is("from") || after.Is("where")))
        || (token.Text == "*" && after is not null && (after.Is("exclude") || after.Is("replace")));

    private static bool IsForeignText(SqlToken token, SqlToken? before, SqlToken? after) =>
        (before?.Is("interval") ?? false) ? !(after?.IsAny(_units) ?? false)
        : before is { Kind: SqlTokenKind.Word, Text: "e" or "E" or "x" or "X" } && before.End == token.Start && before.Text is "e" or "E";

    private static bool IsForeignWord(IReadOnlyList<SqlToken> tokens, int at, SqlToken? before, SqlToken? after)
    {
        var token = tokens[at];
        var isPart = before?.IsSign(".") == true || after?.IsSign(".") == true || before?.Is("as") == true;
        return (token.IsAny(_foreignWords) && !isPart && !(after?.IsSign(",") ?? true))
            || (token.Is("from") && (before is null || before.IsSign("(")) && !IsWithinCall(tokens, at))
            || ((token.Is("semi") || token.Is("anti")) && (after?.Is("join") ?? false))
            || (token.Is("sample") && (before?.Is("using") ?? false))
            || (token.Is("on") && (before?.Is("distinct") ?? false) && (after?.IsSign("(") ?? false))
            || (token.Is("similar") && (after?.Is("to") ?? false))
            || (token.Is("all") && (before?.Is("by") ?? false) && (after is null || after.IsSign(")") || after.Is("order") || after.Is("having") || after.Is("limit") || after.Is("offset") || after.Is("union")))
            || (token.Is("or") && (before?.Is("insert") ?? false))
            || (token.Is("by") && (after?.Is("name") ?? false) && (before?.Is("union") ?? false));
    }

    // trim(from x) and the like.
    private static bool IsWithinCall(IReadOnlyList<SqlToken> tokens, int at) => at >= 2 && tokens[at - 2].Is("trim");

    // In Trino OFFSET stands before LIMIT.
    private static void CheckLimits(string sql, IReadOnlyList<SqlToken> tokens)
    {
        var limited = new Stack<bool>([false]);
        foreach (var token in tokens)
        {
            if (token.IsSign("("))
            {
                limited.Push(false);
            }
            else if (token.IsSign(")") && limited.Count > 1)
            {
                limited.Pop();
            }
            else if (token.Is("limit"))
            {
                limited.Pop();
                limited.Push(true);
            }
            else if (token.Is("offset") && limited.Peek())
            {
                throw Refused(sql, token, "<EOF>");
            }
        }
    }
}
