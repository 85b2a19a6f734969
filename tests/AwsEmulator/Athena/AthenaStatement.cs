using Recommender.AwsEmulator.Http;

namespace Recommender.AwsEmulator.Athena;

/// <summary>A statement that Athena takes, cut into what matters.</summary>
/// <param name="Sql">The whole text, without a semicolon at its end.</param>
/// <param name="Kind">What it does.</param>
/// <param name="Query">Where the query within it begins, in characters; for other statements the end of the text.</param>
/// <param name="Target">The table or database that it names, as many parts as were written; empty for queries.</param>
/// <param name="Columns">The columns that an INSERT names; null for all.</param>
internal sealed record AthenaStatement(string Sql, StatementKind Kind, int Query, IReadOnlyList<SqlToken> Target, IReadOnlyList<SqlToken>? Columns)
{
    private static readonly HashSet<string> _queries = ["select", "with", "values", "table"];

    private IReadOnlyList<SqlToken> _tokens = [];

    /// <summary>The tokens of the query.</summary>
    public IEnumerable<SqlToken> QueryTokens => _tokens.Where(token => token.Start >= Query);

    /// <summary>The query's own text.</summary>
    public string QueryText => Sql[Query..];

    /// <summary>Athena's word for what kind of statement it is.</summary>
    public string StatementType => Kind is StatementKind.Select or StatementKind.Insert ? "DML" : "UTILITY";

    /// <summary>Reads a statement.</summary>
    /// <exception cref="MalformedSqlException">It is not in the grammar.</exception>
    /// <exception cref="AwsFaultException">There are several, or it is of a kind that is not emulated.</exception>
    public static AthenaStatement Parse(string text)
    {
        var tokens = SqlTokens.Cut(text).ToList();
        if (tokens.Count > 0 && tokens[^1].IsSign(";"))
        {
            text = text[..tokens[^1].Start];
            tokens.RemoveAt(tokens.Count - 1);
        }

        if (tokens.Exists(token => token.IsSign(";")))
        {
            throw new AwsFaultException("InvalidRequestException", $"Only one sql statement is allowed. Got: {text}");
        }

        if (tokens.Count == 0)
        {
            throw new MalformedSqlException(text, text.Length, "mismatched input '<EOF>'. Expecting: <query>");
        }

        TrinoGrammarRules.Check(text, tokens);
        return Read(text, tokens) with { _tokens = tokens };
    }

    private static AthenaStatement Read(string text, List<SqlToken> tokens)
    {
        var first = tokens[0];
        var second = tokens.Count > 1 ? tokens[1] : null;
        if (first.IsAny(_queries) || first.IsSign("("))
        {
            return new(text, StatementKind.Select, first.Start, [], null);
        }

        if (first.Is("explain") && second is not null && (second.IsAny(_queries) || second.IsSign("(")))
        {
            return new(text, StatementKind.Explain, second.Start, [], null);
        }

        if (first.Is("insert"))
        {
            return ReadInsert(text, tokens);
        }

        var (kind, from) = (first.Text.ToLowerInvariant(), second?.Text.ToLowerInvariant()) switch
        {
            ("show", "tables") => (StatementKind.ShowTables, 2),
            ("show", "databases" or "schemas") => (StatementKind.ShowDatabases, 2),
            ("show", "columns") => (StatementKind.Describe, 2),
            ("describe" or "desc", not null) => (StatementKind.Describe, 1),
            ("create" or "drop" or "alter" or "unload" or "merge" or "update" or "delete" or "msck" or "execute" or "prepare" or "show" or "explain" or "vacuum" or "optimize", _) =>
                throw new AwsFaultException("InvalidRequestException", $"Queries of this type are not supported by the emulator: {first.Text} {second?.Text}"),
            _ => throw TrinoGrammarRules.Refused(text, first, "'DESCRIBE', 'EXPLAIN', 'INSERT', 'SHOW', <query>"),
        };
        return ReadNaming(text, tokens, kind, from);
    }

    private static AthenaStatement ReadNaming(string text, List<SqlToken> tokens, StatementKind kind, int from)
    {
        if (from < tokens.Count && (tokens[from].Is("in") || tokens[from].Is("from")))
        {
            from++;
        }

        var target = Name(tokens, ref from);
        return from < tokens.Count
            ? throw TrinoGrammarRules.Refused(text, tokens[from], "<EOF>")
            : new(text, kind, text.Length, target, null);
    }

    private static AthenaStatement ReadInsert(string text, List<SqlToken> tokens)
    {
        var at = 2;
        if (tokens.Count < 4 || !tokens[1].Is("into"))
        {
            throw TrinoGrammarRules.Refused(text, tokens[Math.Min(1, tokens.Count - 1)], "'INTO'");
        }

        var target = Name(tokens, ref at);
        IReadOnlyList<SqlToken>? columns = null;
        if (at + 1 < tokens.Count && tokens[at].IsSign("(") && tokens[at + 1].IsName && !tokens[at + 1].IsAny(_queries))
        {
            var close = tokens.FindIndex(at, token => token.IsSign(")"));
            columns = [.. tokens.Skip(at + 1).Take(Math.Max(0, close - at - 1)).Where(token => token.IsName)];
            at = close < 0 ? tokens.Count : close + 1;
        }

        return target.Count > 0 && at < tokens.Count && (tokens[at].IsAny(_queries) || tokens[at].IsSign("("))
            ? new(text, StatementKind.Insert, tokens[at].Start, target, columns)
            : throw TrinoGrammarRules.Refused(text, tokens[Math.Min(at, tokens.Count - 1)], "<query>");
    }

    private static List<SqlToken> Name(List<SqlToken> tokens, ref int at)
    {
        var parts = new List<SqlToken>();
        while (at < tokens.Count && tokens[at].IsName)
        {
            parts.Add(tokens[at++]);
            if (at >= tokens.Count || !tokens[at].IsSign("."))
            {
                break;
            }

            at++;
        }

        return parts;
    }
}
