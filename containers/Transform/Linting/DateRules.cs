namespace Recommender.Transform.Linting;

/// <summary>Days: arithmetic on a DATE stays a DATE.</summary>
internal static class DateRules
{
    /// <summary>The rules.</summary>
    public static IEnumerable<SqlFinding> Find(SqlTokens sql)
    {
        foreach (var at in sql.Calls("date_trunc").Where(at => !sql.IsCast(at - 2, "date")))
        {
            yield return sql.Finding(at, "date-truncation", "write cast(date_trunc('month', d) as date): of a DATE one engine makes a DATE and the other a TIMESTAMP");
        }

        foreach (var at in sql.All("interval").Where(at => sql[at + 1].Kind is SqlTokenKind.Text or SqlTokenKind.Number))
        {
            if (!sql.IsInCast(at, "date"))
            {
                yield return sql.Finding(at, "date-addition", "write cast(d + interval 'n' day as date): of a DATE one engine makes a DATE and the other a TIMESTAMP");
            }

            if (sql[at + 1].Kind == SqlTokenKind.Number || sql[at + 1].Text.Contains(' ', StringComparison.Ordinal))
            {
                yield return sql.Finding(at, "interval", "write interval 'n' day: the number in quotes, the unit outside");
            }
        }
    }
}
