using System.Text;
using System.Text.RegularExpressions;
using Recommender.Lake.Tables;

namespace Recommender.Lake.Models;

/// <summary>
/// Finds the tables that a statement names as <c>zone.table</c>. Only where a table can stand, behind FROM, JOIN or INTO or in the list
/// that FROM begins, is such a text one: elsewhere it is a column of an alias.
/// </summary>
public static partial class SqlTables
{
    /// <summary>Functions that have a FROM of their own among their arguments.</summary>
    private static readonly HashSet<string> FunctionsWithFrom = new(StringComparer.OrdinalIgnoreCase) { "extract", "trim", "substring", "position" };

    /// <summary>The statement with other names in place of its tables.</summary>
    /// <param name="sql">The statement.</param>
    /// <param name="name">How a table is to be called.</param>
    public static string Rename(string sql, Func<TableName, string> name)
    {
        var output = new StringBuilder(sql.Length + 128);
        var end = 0;
        foreach (var match in Places(SqlLexer.Blank(sql)))
        {
            output.Append(sql, end, match.Index - end).Append(name(TableName.Parse(match.Value.ToLowerInvariant())));
            end = match.Index + match.Length;
        }

        return output.Append(sql, end, sql.Length - end).ToString();
    }

    /// <summary>The tables that a statement names, each once, in the order in which they come.</summary>
    public static IReadOnlyList<TableName> Named(string sql) =>
        [.. Places(SqlLexer.Blank(sql)).Select(match => TableName.Parse(match.Value.ToLowerInvariant())).Distinct()];

    private static IEnumerable<Match> Places(string sql)
    {
        // For every open parenthesis, whether a FROM list is open within it, and whether a FROM there is a function's.
        var levels = new Stack<(bool InList, bool InFunction)>([(false, false)]);
        var expected = false;
        var before = "";
        foreach (Match token in Tokens().Matches(sql))
        {
            var word = token.Value.ToLowerInvariant();
            switch (word)
            {
                case "(":
                    // A parenthesis where a table is due holds a join or a subquery.
                    levels.Push((expected, FunctionsWithFrom.Contains(before)));
                    break;
                case ")":
                    expected = false;
                    if (levels.Count > 1)
                    {
                        levels.Pop();
                    }

                    break;
                case ",":
                    expected = levels.Peek().InList;
                    break;
                case "from" when before != "distinct" && !levels.Peek().InFunction:
                    Replace(levels, true);
                    expected = true;
                    break;
                case "join" or "into":
                    expected = true;
                    break;
                case "select" or "where" or "group" or "having" or "order" or "window" or "union" or "intersect" or "except":
                    Replace(levels, false);
                    expected = false;
                    break;
                default:
                    if (expected && Table().IsMatch(word))
                    {
                        yield return token;
                    }

                    expected = false;
                    break;
            }

            before = word;
        }
    }

    private static void Replace(Stack<(bool InList, bool InFunction)> levels, bool inList) => levels.Push(levels.Pop() with { InList = inList });

    // A name with its parts, a number, or one of the characters that matter; `x . y` with blanks is not written here.
    [GeneratedRegex(@"[A-Za-z_][A-Za-z0-9_]*(?:\.[A-Za-z_][A-Za-z0-9_]*)*|[(),]", RegexOptions.CultureInvariant)]
    private static partial Regex Tokens();

    [GeneratedRegex(@"\A(?:raw|clean|curated|ml|published)\.[a-z][a-z0-9_]*\z", RegexOptions.CultureInvariant)]
    private static partial Regex Table();
}
