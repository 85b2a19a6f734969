namespace Recommender.Transform.Linting;

/// <summary>Every ORDER BY says where NULLs go.</summary>
internal static class OrderRules
{
    private static readonly string[] Ends = ["limit", "offset", "rows", "range", "groups", "union", "intersect", "except", "filter"];

    /// <summary>The rule.</summary>
    public static IEnumerable<SqlFinding> Find(SqlTokens sql)
    {
        foreach (var start in sql.All("order").Where(at => sql.Is(at + 1, "by") && !sql.Is(at + 2, "all")))
        {
            var from = start + 2;
            for (var at = from; at <= sql.Count; at++)
            {
                var ends = at == sql.Count || at == sql.Partner(sql.Parent[start]) || (sql.Parent[at] == sql.Parent[start] && sql.IsOneOf(at, Ends));
                if (!ends && !(sql.Is(at, ",") && sql.Parent[at] == sql.Parent[start]))
                {
                    continue;
                }

                if (!sql.Is(at - 2, "nulls", "first") && !sql.Is(at - 2, "nulls", "last"))
                {
                    yield return sql.Finding(from, "nulls-order", "say nulls first or nulls last");
                }

                from = at + 1;
                if (ends)
                {
                    break;
                }
            }
        }
    }
}
