using System.Text;

namespace Recommender.Lake.Models;

/// <summary>Renders a model's text for one engine by expanding its macros.</summary>
public static class SqlRenderer
{
    /// <summary>Expands every <c>@macro(…)</c> outside of quotes and comments, innermost first.</summary>
    /// <param name="template">The model's text.</param>
    /// <param name="dialect">The engine.</param>
    /// <param name="days">The days to build, for a day-partitioned table.</param>
    /// <exception cref="FormatException">An unknown macro, wrong arguments, or an unclosed call.</exception>
    public static string Render(string template, SqlDialect dialect, DayRange? days = null)
    {
        var output = new StringBuilder(template.Length + 256);
        for (var at = 0; at < template.Length;)
        {
            var plain = SqlLexer.SkipQuotedOrComment(template, at);
            if (plain > at)
            {
                output.Append(template, at, plain - at);
                at = plain;
            }
            else if (template[at] == '@')
            {
                at = ExpandCall(template, at, dialect, days, output);
            }
            else
            {
                output.Append(template[at++]);
            }
        }

        return output.ToString();
    }

    private static int ExpandCall(string template, int at, SqlDialect dialect, DayRange? days, StringBuilder output)
    {
        var nameEnd = at + 1;
        while (nameEnd < template.Length && (char.IsAsciiLetterLower(template[nameEnd]) || template[nameEnd] == '_'))
        {
            nameEnd++;
        }

        if (nameEnd == at + 1 || nameEnd == template.Length || template[nameEnd] != '(')
        {
            throw new FormatException($"'@' at offset {at} does not start a macro call");
        }

        var (arguments, end) = Arguments(template, nameEnd + 1);
        var rendered = arguments.Select(argument => Render(argument, dialect, days)).ToList();
        output.Append(SqlMacros.Expand(template[(at + 1)..nameEnd], rendered, dialect, days));
        return end;
    }

    private static (List<string> Arguments, int End) Arguments(string template, int start)
    {
        var arguments = new List<string>();
        var depth = 1;
        var from = start;
        for (var at = start; at < template.Length; at++)
        {
            var skipped = SqlLexer.SkipQuotedOrComment(template, at);
            if (skipped > at)
            {
                at = skipped - 1;
                continue;
            }

            depth += template[at] switch { '(' => 1, ')' => -1, _ => 0 };
            if (depth == 0 || (depth == 1 && template[at] == ','))
            {
                arguments.Add(SqlLexer.WithoutComments(template[from..at]).Trim());
                from = at + 1;
            }

            if (depth == 0)
            {
                return (arguments is [""] ? [] : arguments, at + 1);
            }
        }

        throw new FormatException($"the macro call at offset {start} is not closed");
    }
}
