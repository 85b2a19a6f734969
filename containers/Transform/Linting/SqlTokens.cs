namespace Recommender.Transform.Linting;

/// <summary>A text's tokens, with its brackets matched. Indexes outside of it give an empty token.</summary>
internal sealed class SqlTokens
{
    private static readonly SqlToken None = new(SqlTokenKind.Symbol, "", 0);

    private readonly string _sql;
    private readonly List<SqlToken> _tokens;
    private readonly int[] _partner;

    private SqlTokens(string sql, List<SqlToken> tokens)
    {
        _sql = sql;
        _tokens = tokens;
        _partner = new int[tokens.Count];
        Parent = new int[tokens.Count];
        var open = new Stack<int>();
        for (var at = 0; at < tokens.Count; at++)
        {
            _partner[at] = -1;
            if (Is(at, ")") && open.TryPop(out var start))
            {
                (_partner[at], _partner[start]) = (start, at);
            }

            Parent[at] = open.TryPeek(out var around) ? around : -1;
            if (Is(at, "("))
            {
                open.Push(at);
            }
        }
    }

    /// <summary>For each token the index of the bracket around it, or -1.</summary>
    public int[] Parent { get; }

    /// <summary>How many there are.</summary>
    public int Count => _tokens.Count;

    /// <summary>The token at an index.</summary>
    public SqlToken this[int at] => at >= 0 && at < _tokens.Count ? _tokens[at] : None;

    /// <summary>Reads a text.</summary>
    public static SqlTokens Read(string sql) => new(sql, [.. SqlTokenizer.Read(sql)]);

    /// <summary>Whether the tokens from an index on are these words or symbols.</summary>
    public bool Is(int at, params ReadOnlySpan<string> texts)
    {
        for (var i = 0; i < texts.Length; i++)
        {
            if (this[at + i] is var token && (token.Text != texts[i] || token.Kind is SqlTokenKind.Text or SqlTokenKind.QuotedName))
            {
                return false;
            }
        }

        return true;
    }

    /// <summary>Whether the token is one of these words or symbols.</summary>
    public bool IsOneOf(int at, IReadOnlyCollection<string> texts) =>
        this[at].Kind is SqlTokenKind.Word or SqlTokenKind.Symbol && texts.Contains(this[at].Text);

    /// <summary>The bracket that belongs to the one at an index, or the end where it is not closed.</summary>
    public int Partner(int at) => at >= 0 && at < Count && _partner[at] >= 0 ? _partner[at] : Count;

    /// <summary>The indexes of all tokens that are this word.</summary>
    public IEnumerable<int> All(string word) => Enumerable.Range(0, Count).Where(at => Is(at, word));

    /// <summary>The indexes of all tokens that are one of these words before an opening bracket.</summary>
    public IEnumerable<int> Calls(params string[] names) => Enumerable.Range(0, Count).Where(at => IsOneOf(at, names) && Is(at + 1, "("));

    /// <summary>The arguments of a call whose name is at an index: from the first token to behind the last.</summary>
    public IEnumerable<(int From, int To)> Arguments(int call)
    {
        var end = Partner(call + 1);
        var from = call + 2;
        for (var at = from; at <= end; at++)
        {
            if (at == end || (Is(at, ",") && Parent[at] == call + 1))
            {
                yield return (from, at);
                from = at + 1;
            }
        }
    }

    /// <summary>Whether a cast to the type starts at an index.</summary>
    public bool IsCast(int at, params string[] types) => Is(at, "cast", "(") && IsOneOf(CastType(at), types);

    /// <summary>The index of the type in a cast, or the end.</summary>
    public int CastType(int cast)
    {
        var end = Partner(cast + 1);
        for (var at = cast + 2; at < end; at++)
        {
            if (Is(at, "as") && Parent[at] == cast + 1)
            {
                return at + 1;
            }
        }

        return Count;
    }

    /// <summary>Whether some bracket around a token is a cast to the type.</summary>
    public bool IsInCast(int at, params string[] types)
    {
        for (var around = at >= 0 && at < Count ? Parent[at] : -1; around >= 0; around = Parent[around])
        {
            if (IsCast(around - 1, types))
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>A finding at a token.</summary>
    public SqlFinding Finding(int at, string rule, string message)
    {
        var before = _sql.AsSpan(0, this[at].Offset);
        return new SqlFinding(rule, before.Count('\n') + 1, before.Length - (before.LastIndexOf('\n') + 1) + 1, message);
    }
}
