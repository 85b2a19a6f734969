namespace Recommender.Transform.Linting;

/// <summary>A name that a SELECT gives to an expression is used in its ORDER BY or outside of it, nowhere else.</summary>
internal static class AliasRule
{
    private static readonly string[] ListEnds = ["from", "where", "group", "having", "order", "union", "intersect", "except", "limit", "offset"];

    private static readonly string[] Ends = ["order", "union", "intersect", "except", "limit", "offset"];

    /// <summary>The rule.</summary>
    public static IEnumerable<SqlFinding> Find(SqlTokens sql) => sql.All("select").SelectMany(select => OfSelect(sql, select));

    private static IEnumerable<SqlFinding> OfSelect(SqlTokens sql, int select)
    {
        var scope = sql.Parent[select];
        var end = sql.Partner(scope);
        var named = new HashSet<string>();
        var inList = true;
        var inFrom = false;
        for (var at = select + 1; at < end; at++)
        {
            var own = sql.Parent[at] == scope;
            inList &= !(own && sql.IsOneOf(at, ListEnds));
            inFrom = own ? (inFrom || sql.Is(at, "from")) && !sql.IsOneOf(at, ["where", "group", "having"]) : inFrom;
            if (own && sql.IsOneOf(at, Ends))
            {
                yield break;
            }

            if (inList && own && sql.Is(at, "as") && sql[at + 1].Kind == SqlTokenKind.Word)
            {
                if (!(sql.Is(at - 2, ".") && sql[at - 1].Text == sql[at + 1].Text))
                {
                    named.Add(sql[at + 1].Text);
                }

                at++;
            }
            else if (sql.Is(at, "(", "select"))
            {
                at = sql.Partner(at);
            }
            else if (!inFrom && sql[at].Kind == SqlTokenKind.Word && named.Contains(sql[at].Text) && !sql.Is(at - 1, ".") && !sql.Is(at + 1, "(") && !sql.Is(at + 1, "."))
            {
                yield return sql.Finding(at, "alias", $"{sql[at].Text} is an alias of this SELECT: repeat the expression, or name it in a CTE of its own");
            }
        }
    }
}
