using System.Globalization;

namespace Recommender.AwsEmulator.Athena;

/// <summary>Floating point numbers as Java, and so Trino, writes them: 1.0, 0.001, 1.0E7, 1.0E-4, NaN, Infinity.</summary>
internal static class JavaDouble
{
    private const double PlainFrom = 1e-3;
    private const double PlainBelow = 1e7;

    /// <summary>The text of a double.</summary>
    public static string Text(double number) => Written(number, number.ToString("R", CultureInfo.InvariantCulture));

    /// <summary>The text of a float.</summary>
    public static string Text(float number) => Written(number, number.ToString("R", CultureInfo.InvariantCulture));

    private static string Written(double number, string shortest)
    {
        if (double.IsNaN(number))
        {
            return "NaN";
        }

        if (double.IsInfinity(number))
        {
            return number > 0 ? "Infinity" : "-Infinity";
        }

        if (number == 0)
        {
            return double.IsNegative(number) ? "-0.0" : "0.0";
        }

        var (digits, exponent) = Parts(shortest);
        var sign = number < 0 ? "-" : "";
        var size = Math.Abs(number);
        return size is >= PlainFrom and < PlainBelow
            ? sign + Plain(digits, exponent)
            : string.Create(CultureInfo.InvariantCulture, $"{sign}{digits[0]}.{(digits.Length > 1 ? digits[1..] : "0")}E{exponent}");
    }

    // The shortest digits that give the number again, without zeros at either end, and the exponent of the first one.
    private static (string Digits, int Exponent) Parts(string shortest)
    {
        var text = shortest.TrimStart('-');
        var mark = text.IndexOf('E', StringComparison.Ordinal);
        var exponent = mark < 0 ? 0 : int.Parse(text.AsSpan(mark + 1), NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture);
        var mantissa = mark < 0 ? text : text[..mark];
        var point = mantissa.IndexOf('.', StringComparison.Ordinal);
        var whole = point < 0 ? mantissa.Length : point;
        var all = mantissa.Replace(".", "", StringComparison.Ordinal);
        var zeros = all.Length - all.TrimStart('0').Length;
        return (all.Trim('0'), exponent + whole - 1 - zeros);
    }

    private static string Plain(string digits, int exponent)
    {
        if (exponent < 0)
        {
            return $"0.{new string('0', -exponent - 1)}{digits}";
        }

        var padded = digits.PadRight(exponent + 2, '0');
        return $"{padded[..(exponent + 1)]}.{padded[(exponent + 1)..]}";
    }
}
