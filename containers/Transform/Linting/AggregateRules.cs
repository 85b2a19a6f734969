namespace Recommender.Transform.Linting;

/// <summary>Aggregates: of one type, over one order, with NULLs treated alike.</summary>
internal static class AggregateRules
{
    /// <summary>The rules.</summary>
    public static IEnumerable<SqlFinding> Find(SqlTokens sql)
    {
        foreach (var at in sql.Calls("sum", "count_if").Where(at => !sql.IsCast(at - 2, "bigint", "double", "integer")))
        {
            yield return sql.Finding(at, "sum-type", $"write cast({sql[at].Text}(…) as bigint), or as double: of integers one engine gives a bigint and the other a hugeint");
        }

        foreach (var at in sql.Calls("avg").Where(at => !sql.IsCast(at + 2, "double")))
        {
            yield return sql.Finding(at, "average-type", "write avg(cast(x as double)): of decimals one engine gives a decimal and the other a double");
        }

        foreach (var at in sql.Calls("count").Where(at => sql.Is(at + 2, "distinct") && sql.Arguments(at).Count() > 1))
        {
            yield return sql.Finding(at, "count-distinct-pairs", "count the rows of a DISTINCT subquery: pairs with NULL are counted by one engine only");
        }

        foreach (var at in sql.Calls("max_by", "min_by").Where(at => !sql.Is(sql.Partner(at + 1) + 1, "filter")))
        {
            yield return sql.Finding(at, "extreme-with-null", $"write {sql[at].Text}(x, y) filter (where x is not null): one engine counts a NULL and the other skips it");
        }

        foreach (var at in sql.Calls("array_agg").Where(at => !Enumerable.Range(at, sql.Partner(at + 1) - at).Any(i => sql.Is(i, "order", "by"))))
        {
            yield return sql.Finding(at, "array-order", "write array_agg(x order by y …): without it the order is arbitrary");
        }
    }
}
