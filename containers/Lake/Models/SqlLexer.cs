using System.Text;

namespace Recommender.Lake.Models;

/// <summary>Just enough of SQL's lexical rules to leave quotes and comments alone.</summary>
internal static class SqlLexer
{
    /// <summary>The offset behind the quoted text or comment that starts at <paramref name="at"/>, or <paramref name="at"/> itself.</summary>
    public static int SkipQuotedOrComment(string sql, int at)
    {
        if (sql[at] is '\'' or '"')
        {
            var end = sql.IndexOf(sql[at], at + 1);
            return end < 0 ? sql.Length : end + 1;
        }

        if (sql.AsSpan(at).StartsWith("--"))
        {
            var end = sql.IndexOf('\n', at);
            return end < 0 ? sql.Length : end + 1;
        }

        if (sql.AsSpan(at).StartsWith("/*"))
        {
            var end = sql.IndexOf("*/", at + 2, StringComparison.Ordinal);
            return end < 0 ? sql.Length : end + 2;
        }

        return at;
    }

    /// <summary>The text with a space for every comment, so that it can stand on one line with what follows it.</summary>
    public static string WithoutComments(string sql)
    {
        var output = new StringBuilder(sql.Length);
        for (var at = 0; at < sql.Length;)
        {
            var end = SkipQuotedOrComment(sql, at);
            if (end > at && sql[at] is not ('\'' or '"'))
            {
                output.Append(' ');
            }
            else
            {
                output.Append(sql, at, Math.Max(end, at + 1) - at);
            }

            at = Math.Max(end, at + 1);
        }

        return output.ToString();
    }

    /// <summary>The text with quotes and comments blanked out, offsets kept.</summary>
    public static string Blank(string sql)
    {
        var chars = sql.ToCharArray();
        for (var at = 0; at < sql.Length;)
        {
            var end = SkipQuotedOrComment(sql, at);
            chars.AsSpan(at, end - at).Fill(' ');
            at = Math.Max(end, at + 1);
        }

        return new string(chars);
    }
}
