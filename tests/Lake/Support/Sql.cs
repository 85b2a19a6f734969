using Recommender.Lake.DuckDb;

namespace Recommender.Lake.Tests.Support;

/// <summary>SELECTs of given rows.</summary>
internal static class Sql
{
    /// <summary>A SELECT that yields the rows, typed, also where there are none.</summary>
    public static string Values(string[] names, string[] types, IEnumerable<object?[]> rows)
    {
        var nothing = string.Join(", ", names.Select((name, i) => $"cast(null as {types[i]}) as {name}"));
        var selects = rows.Select(row => $"select {string.Join(", ", row.Select((value, i) => $"cast({Literal(value)} as {types[i]})"))}");
        return string.Join(" union all ", [$"(select {nothing} where false)", .. selects]);
    }

    private static string Literal(object? value) => value switch
    {
        null => "null",
        string text => DuckDbQuote.Literal(text),
        _ => FormattableString.Invariant($"{value}"),
    };
}
