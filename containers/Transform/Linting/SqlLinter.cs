namespace Recommender.Transform.Linting;

/// <summary>
/// Holds a model's text to the portable core of SQL: what Trino (Athena engine v3) and DuckDB both accept and answer
/// alike. It reads tokens, not types, so it asks for the spelling that is right whatever the types are.
/// </summary>
internal static class SqlLinter
{
    private static readonly Func<SqlTokens, IEnumerable<SqlFinding>>[] Rules =
    [
        FunctionRules.Find,
        DivisionRules.Find,
        AggregateRules.Find,
        CastRules.Find,
        TextRules.Find,
        DateRules.Find,
        QueryRules.Find,
        OrderRules.Find,
        AliasRule.Find,
    ];

    /// <summary>What to change in a SELECT, in the order of the text; empty where it keeps to the core.</summary>
    /// <param name="sql">The SELECT, before its macros are expanded: a macro's call is a function of the core.</param>
    public static IReadOnlyList<SqlFinding> Lint(string sql)
    {
        var tokens = SqlTokens.Read(sql);
        return [.. Rules.SelectMany(rule => rule(tokens)).Distinct().OrderBy(finding => (finding.Line, finding.Column))];
    }
}
