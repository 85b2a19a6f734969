namespace Recommender.AwsEmulator.Athena;

/// <summary>Cuts SQL into tokens; white space and comments are dropped.</summary>
internal static class SqlTokens
{
    // Only where two signs mean another thing than one after the other.
    private static readonly string[] _signs = ["::", "//", "**", "==", "->>", "->", "=>", "<>", "!=", "<=", ">=", "||", "<<", ">>", ":="];

    /// <summary>The tokens.</summary>
    /// <exception cref="MalformedSqlException">A quote or a comment does not end, or a back quote stands in the text.</exception>
    public static IReadOnlyList<SqlToken> Cut(string sql)
    {
        var tokens = new List<SqlToken>();
        for (var at = 0; at < sql.Length;)
        {
            var letter = sql[at];
            if (char.IsWhiteSpace(letter))
            {
                at++;
            }
            else if (Opens(sql, at, "--"))
            {
                at = Behind(sql, at, "\n", orEnd: true);
            }
            else if (Opens(sql, at, "/*"))
            {
                at = Behind(sql, at, "*/", orEnd: false);
            }
            else
            {
                var token = Read(sql, at);
                tokens.Add(token);
                at = token.End;
            }
        }

        return tokens;
    }

    private static SqlToken Read(string sql, int at)
    {
        var letter = sql[at];
        if (letter == '`')
        {
            throw new MalformedSqlException(sql, at, "backquoted identifiers are not supported; use double quotes to quote identifiers");
        }

        if (letter is '\'' or '"')
        {
            return Quoted(sql, at, letter);
        }

        if (char.IsLetter(letter) || letter == '_')
        {
            return Run(sql, at, SqlTokenKind.Word, next => char.IsLetterOrDigit(next) || next == '_');
        }

        if (char.IsAsciiDigit(letter) || (letter == '.' && at + 1 < sql.Length && char.IsAsciiDigit(sql[at + 1])))
        {
            return Number(sql, at);
        }

        var sign = _signs.FirstOrDefault(sign => Opens(sql, at, sign)) ?? letter.ToString();
        return new(SqlTokenKind.Sign, sign, at, at + sign.Length);
    }

    private static SqlToken Quoted(string sql, int at, char quote)
    {
        for (var end = at + 1; end < sql.Length; end++)
        {
            if (sql[end] != quote)
            {
                continue;
            }

            if (end + 1 < sql.Length && sql[end + 1] == quote)
            {
                end++;
                continue;
            }

            var text = sql[(at + 1)..end].Replace($"{quote}{quote}", quote.ToString(), StringComparison.Ordinal);
            return new(quote == '"' ? SqlTokenKind.Quoted : SqlTokenKind.Text, text, at, end + 1);
        }

        throw new MalformedSqlException(sql, at, $"mismatched input '{quote}'. Expecting: <query>");
    }

    private static SqlToken Number(string sql, int at)
    {
        var number = Run(sql, at, SqlTokenKind.Number, next => char.IsAsciiDigit(next) || next is '.' or '_');
        var end = number.End;
        if (end < sql.Length && sql[end] is 'e' or 'E')
        {
            var digits = end + 1 < sql.Length && sql[end + 1] is '+' or '-' ? end + 2 : end + 1;
            if (digits < sql.Length && char.IsAsciiDigit(sql[digits]))
            {
                return new(SqlTokenKind.Number, sql[at..Run(sql, digits, SqlTokenKind.Number, char.IsAsciiDigit).End], at, Run(sql, digits, SqlTokenKind.Number, char.IsAsciiDigit).End);
            }
        }

        return number;
    }

    private static SqlToken Run(string sql, int at, SqlTokenKind kind, Func<char, bool> belongs)
    {
        var end = at;
        while (end < sql.Length && belongs(sql[end]))
        {
            end++;
        }

        return new(kind, sql[at..end], at, end);
    }

    private static bool Opens(string sql, int at, string sign) => sql.AsSpan(at).StartsWith(sign, StringComparison.Ordinal);

    private static int Behind(string sql, int at, string close, bool orEnd)
    {
        var end = sql.IndexOf(close, at + 2, StringComparison.Ordinal);
        return end >= 0 ? end + close.Length : orEnd ? sql.Length : throw new MalformedSqlException(sql, at, "mismatched input '/'. Expecting: <query>");
    }
}
