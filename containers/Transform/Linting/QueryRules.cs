using System.Collections.Frozen;

namespace Recommender.Transform.Linting;

/// <summary>One SELECT, made of the clauses and operators that both engines have.</summary>
internal static class QueryRules
{
    private static readonly FrozenDictionary<string, string> Words = new Dictionary<string, string>
    {
        ["qualify"] = "write a CTE with the window and a WHERE over it",
        ["ilike"] = "write lower(x) like '…'",
        ["glob"] = "write like",
        ["similar"] = "write like, or add a macro",
        ["asof"] = "write a join with a condition and row_number",
        ["pivot"] = "write min(case when …) per column",
        ["unpivot"] = "write union all",
        ["positional"] = "write a join with a condition",
        ["semi"] = "write exists",
        ["anti"] = "write not exists",
        ["natural"] = "write using (…)",
        ["exclude"] = "name the columns",
        ["materialized"] = "leave it out",
        ["tablesample"] = "choose rows by @user_bucket(…)",
        ["extract"] = "write year(d), month(d), day(d), quarter(d) or week(d)",
        ["recursive"] = "it is not in the portable core",
        ["window"] = "repeat the window in over (…)",
        ["groups"] = "write a rows frame",
        ["ignore"] = "filter the NULLs first",
    }.ToFrozenDictionary();

    private static readonly FrozenSet<string> Symbols =
        ["(", ")", ",", ".", "+", "-", "*", "/", "%", "||", "=", "<>", "!=", "<", ">", "<=", ">=", "::", "["];

    /// <summary>The rules.</summary>
    public static IEnumerable<SqlFinding> Find(SqlTokens sql)
    {
        if (!sql.IsOneOf(0, ["select", "with", "("]))
        {
            yield return sql.Finding(0, "one-select", "a model is one SELECT, which starts with WITH or SELECT");
        }

        for (var at = 0; at < sql.Count; at++)
        {
            var token = sql[at];
            if (token.Kind == SqlTokenKind.Word && !sql.Is(at - 1, ".") && !sql.Is(at - 1, "as") && Words.TryGetValue(token.Text, out var instead))
            {
                yield return sql.Finding(at, token.Text == "qualify" ? "qualify" : "keyword", $"{token.Text}: {instead}");
            }
            else if (token.Kind == SqlTokenKind.Symbol && !Symbols.Contains(token.Text) && token.Text != "]")
            {
                yield return sql.Finding(at, "symbol", $"{token.Text} is not in the portable core");
            }
            else if (sql.Is(at, "*", "replace", "("))
            {
                yield return sql.Finding(at, "keyword", "* replace: name the columns");
            }
            else if (sql.Is(at, "by", "all"))
            {
                yield return sql.Finding(at, "keyword", "by all: name the columns or their ordinals");
            }
            else if (sql.Is(at, "range", "between") || sql.Is(at, "range", "unbounded"))
            {
                yield return sql.Finding(at, "keyword", "range: write a rows frame");
            }
            else if (sql.Is(at, "limit") && Enumerable.Range(at, sql.Count - at).Any(later => sql.Is(later, "offset") && sql.Parent[later] == sql.Parent[at]))
            {
                yield return sql.Finding(at, "limit-before-offset", "write offset n limit m, in that order");
            }
        }
    }
}
