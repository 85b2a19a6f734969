namespace Recommender.Transform.Linting;

/// <summary>Casts: spelled out, between types both engines have, and never left to round or to format by themselves.</summary>
internal static class CastRules
{
    private static readonly string[] Types = ["bigint", "integer", "double", "boolean", "varchar", "date", "timestamp"];

    private static readonly string[] RoundingFunctions = ["round", "floor", "ceil"];

    /// <summary>The rules.</summary>
    public static IEnumerable<SqlFinding> Find(SqlTokens sql)
    {
        for (var at = 0; at < sql.Count; at++)
        {
            if (sql.Is(at, "::"))
            {
                yield return sql.Finding(at, "double-colon", "write cast(x as type)");
            }
            else if (sql.Is(at, "try_cast"))
            {
                yield return sql.Finding(at, "try-cast", "check the value first, then cast: of '1.6' one engine makes NULL and the other 2");
            }
            else if (sql.Is(at, "cast", "("))
            {
                foreach (var finding in OfCast(sql, at))
                {
                    yield return finding;
                }
            }
            else if (sql.Is(at, "with", "time", "zone") || sql.Is(at, "at", "time", "zone") || sql.Is(at, "timestamptz"))
            {
                yield return sql.Finding(at, "time-zone", "the lake has no time zones: convert to UTC at ingest");
            }
            else if (sql.IsOneOf(at, ["varchar", "char", "character"]) && sql.Is(at + 1, "("))
            {
                yield return sql.Finding(at, "varchar-length", "write substr(x, 1, n): one engine cuts the text and the other ignores the length");
            }
        }
    }

    private static IEnumerable<SqlFinding> OfCast(SqlTokens sql, int cast)
    {
        var type = sql.CastType(cast);
        if (!sql.IsOneOf(type, Types) || sql.Is(type + 1, "["))
        {
            yield return sql.Finding(cast, "type", $"the lake's types are {string.Join(", ", Types)}");
        }
        else if (sql.Is(type, "timestamp") && !sql.Is(type + 1, "(", "3", ")"))
        {
            yield return sql.Finding(cast, "timestamp-precision", "write cast(x as timestamp(3)): one engine defaults to milliseconds and the other to microseconds");
        }
        else if (sql.IsOneOf(type, ["bigint", "integer"]) && !sql.IsOneOf(cast + 2, RoundingFunctions) && IsFraction(sql, cast, type))
        {
            yield return sql.Finding(cast, "rounding-cast", "write cast(round(x) as …), or floor or ceil: of 2.5 one engine makes 3 and the other 2");
        }
        else if (sql.Is(type, "varchar") && IsFraction(sql, cast, type))
        {
            yield return sql.Finding(cast, "double-text", "write @double_text(x), for messages only: the engines write doubles differently");
        }
    }

    // Types are not known here, but some expressions cannot be anything but fractions.
    private static bool IsFraction(SqlTokens sql, int cast, int type)
    {
        if (sql.IsCast(cast + 2, "integer", "bigint"))
        {
            return false;
        }

        var direct = Enumerable.Range(cast + 2, Math.Max(0, type - 1 - cast - 2)).Where(at => sql.Parent[at] == cast + 1);
        return direct.Any(at =>
            sql.Is(at, "/") || sql.Is(at, "avg", "(") || sql.IsCast(at, "double") || (sql[at].Kind == SqlTokenKind.Number && sql[at].Text.AsSpan().ContainsAny(".eE")));
    }
}
