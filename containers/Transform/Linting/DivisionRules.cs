namespace Recommender.Transform.Linting;

/// <summary>Division: of doubles, and by something that is not zero.</summary>
internal static class DivisionRules
{
    /// <summary>The rules.</summary>
    public static IEnumerable<SqlFinding> Find(SqlTokens sql)
    {
        for (var at = 0; at < sql.Count; at++)
        {
            if (sql.Is(at, "/"))
            {
                if (!EndsWithDouble(sql, at - 1) && !StartsWithDouble(sql, at + 1))
                {
                    yield return sql.Finding(at, "integer-division", "write cast(a as double) / nullif(b, 0): integers divide to an integer in one engine and to a fraction in the other");
                }

                if (!IsNotZero(sql, at + 1))
                {
                    yield return sql.Finding(at, "division-by-zero", "write / nullif(b, 0): by zero one engine fails and the other answers infinity");
                }
            }
            else if (sql.Is(at, "%"))
            {
                yield return sql.Finding(at, "remainder", "write mod(a, nullif(b, 0)): by zero one engine fails and the other answers NULL");
            }
            else if (sql.Is(at, "mod", "(") && sql.Arguments(at).Skip(1).FirstOrDefault() is var divisor && !IsNotZero(sql, divisor.From))
            {
                yield return sql.Finding(at, "remainder", "write mod(a, nullif(b, 0)): by zero one engine fails and the other answers NULL");
            }
        }
    }

    private static bool EndsWithDouble(SqlTokens sql, int last) =>
        sql.Is(last, ")") ? sql.IsCast(sql.Partner(last) - 1, "double") : IsDoubleLiteral(sql[last]);

    private static bool StartsWithDouble(SqlTokens sql, int first) =>
        sql.IsCast(first, "double") || (sql.Is(first, "nullif", "(") && sql.IsCast(first + 2, "double")) || IsDoubleLiteral(sql[first]);

    // 1e0 is a double in both engines; 1.0 is a decimal.
    private static bool IsDoubleLiteral(SqlToken token) => token.Kind == SqlTokenKind.Number && token.Text.Contains('e', StringComparison.OrdinalIgnoreCase);

    private static bool IsNotZero(SqlTokens sql, int first) =>
        sql.Is(first, "nullif", "(")
        || (sql[first].Kind == SqlTokenKind.Number && sql[first].Text.Split('e', 'E')[0].AsSpan().ContainsAnyInRange('1', '9'))
        || (sql.Is(first, "cast", "(") && IsNotZero(sql, first + 2));
}
