using System.Buffers;
using System.Globalization;
using System.Text;
using Recommender.Lake.DuckDb;
using Recommender.Lake.Tables;

namespace Recommender.Ingest.Csv;

/// <summary>Reads one field into a column. An empty field is NULL.</summary>
internal static class FieldParser
{
    private const NumberStyles Decimal = NumberStyles.AllowLeadingSign | NumberStyles.AllowDecimalPoint | NumberStyles.AllowExponent;
    private const int MostShown = 60;

    // Without these bounds .NET takes "NaN", "∞" and numbers that NUL bytes follow.
    private static readonly SearchValues<byte> DecimalBytes = SearchValues.Create("0123456789-+.eE"u8);

    /// <summary>Reads a field.</summary>
    /// <param name="column">Its column.</param>
    /// <param name="field">Its text, valid UTF-8, without quotes around it.</param>
    /// <param name="writer">The chunk to write to.</param>
    /// <param name="at">The column's place in the chunk.</param>
    /// <param name="row">The row in the chunk.</param>
    /// <returns>What is wrong with it, or null.</returns>
    public static string? Read(Column column, ReadOnlySpan<byte> field, DuckDbChunkWriter writer, int at, int row)
    {
        if (field.IsEmpty)
        {
            writer.SetNull(at, row);
            return null;
        }

        switch (column.Type)
        {
            case ColumnType.Varchar:
                writer.SetString(at, row, field);
                return null;
            case ColumnType.Double:
                var isNumber = TryParseDecimal(field, out var number);
                writer.Column<double>(at)[row] = number;
                return isNumber ? null : $"{column.Name}: '{Shown(field)}' is not a number";
            default:
                return ReadWhole(column, field, writer, at, row);
        }
    }

    private static bool TryParseDecimal(ReadOnlySpan<byte> field, out double number)
    {
        number = 0;
        return field[0] != '+'
            && !field.ContainsAnyExcept(DecimalBytes)
            && double.TryParse(field, Decimal, CultureInfo.InvariantCulture, out number)
            && double.IsFinite(number);
    }

    private static string? ReadWhole(Column column, ReadOnlySpan<byte> field, DuckDbChunkWriter writer, int at, int row)
    {
        var digits = field[0] == '-' ? field[1..] : field;
        if (digits.IsEmpty || digits.ContainsAnyExceptInRange((byte)'0', (byte)'9'))
        {
            return $"{column.Name}: '{Shown(field)}' is not a whole number";
        }

        var fits = long.TryParse(field, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var whole);
        if (column.Type == ColumnType.BigInt)
        {
            writer.Column<long>(at)[row] = whole;
        }
        else
        {
            fits &= whole is >= int.MinValue and <= int.MaxValue;
            writer.Column<int>(at)[row] = unchecked((int)whole);
        }

        return fits ? null : $"{column.Name}: {Shown(field)} is out of range for {column.Type.SqlName()}";
    }

    /// <summary>The text, or its start where it is long; the raw text has all of it.</summary>
    private static string Shown(ReadOnlySpan<byte> field)
    {
        var text = Encoding.UTF8.GetString(field[..Math.Min(field.Length, 4 * MostShown)]);
        return text.Length <= MostShown ? text : $"{text[..(char.IsHighSurrogate(text[MostShown - 1]) ? MostShown - 1 : MostShown)]}… ({field.Length} bytes)";
    }
}
