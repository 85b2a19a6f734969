using System.Runtime.InteropServices;

namespace Recommender.Benchmarks.Trees;

/// <summary>Rows with labels.</summary>
/// <param name="Rows">How many rows.</param>
/// <param name="Features">Values a row.</param>
/// <param name="Values">Row by row; NaN where unknown.</param>
/// <param name="Labels">0 or 1.</param>
internal sealed record RowTable(int Rows, int Features, float[] Values, float[] Labels)
{
    /// <summary>Reads exported rows: the numbers of rows and features (4 bytes each, little endian), the values row by row, the labels (floats).</summary>
    /// <exception cref="InvalidDataException">The file's length is not what its numbers say.</exception>
    public static RowTable Read(string file)
    {
        using var stream = File.OpenRead(file);
        using var reader = new BinaryReader(stream);
        var (rows, features) = (reader.ReadInt32(), reader.ReadInt32());
        var length = 8 + (4L * rows * (features + 1L));
        if (rows < 2 || features < 1 || stream.Length != length)
        {
            throw new InvalidDataException($"{file}: {stream.Length} bytes; {rows} rows of {features} values and a label take {length}");
        }

        var table = new RowTable(rows, features, new float[(long)rows * features], new float[rows]);
        stream.ReadExactly(MemoryMarshal.AsBytes(table.Values.AsSpan()));
        stream.ReadExactly(MemoryMarshal.AsBytes(table.Labels.AsSpan()));
        return table;
    }

    /// <summary>Some consecutive rows.</summary>
    public RowTable Part(int first, int count) => new(
        count, Features, Values.AsSpan(first * Features, count * Features).ToArray(), Labels.AsSpan(first, count).ToArray());
}
