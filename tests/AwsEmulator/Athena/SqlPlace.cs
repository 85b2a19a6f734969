using System.Globalization;
using System.Text;

namespace Recommender.AwsEmulator.Athena;

/// <summary>Places in SQL as Trino names them.</summary>
internal static class SqlPlace
{
    /// <summary><c>line 1:8</c>: lines and columns count from 1.</summary>
    /// <param name="sql">The whole text.</param>
    /// <param name="at">The place, in characters from 0.</param>
    public static string Of(string sql, int at)
    {
        var before = sql.AsSpan(0, Math.Clamp(at, 0, sql.Length));
        return string.Create(CultureInfo.InvariantCulture, $"line {before.Count('\n') + 1}:{before.Length - (before.LastIndexOf('\n') + 1) + 1}");
    }

    /// <summary>The character that a byte of the text in UTF-8 belongs to.</summary>
    public static int OfByte(string sql, int at)
    {
        var bytes = Encoding.UTF8.GetBytes(sql);
        return Encoding.UTF8.GetCharCount(bytes, 0, Math.Clamp(at, 0, bytes.Length));
    }
}
