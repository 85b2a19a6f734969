using System.Runtime.InteropServices;
using Recommender.Ranking.Threading;

namespace Recommender.Ranking.Evaluation;

/// <summary>
/// Values of metrics over users drawn with replacement (Efron 1979), every metric over the same draws, so that differences
/// between metrics are paired. The draws follow from the seed alone.
/// </summary>
internal sealed class Bootstrap
{
    private const int ResamplesPerRange = 8;

    private readonly double[][] _values;

    private Bootstrap(double[][] values) => _values = values;

    /// <summary>Draws users for columns that are over the same users.</summary>
    /// <exception cref="ArgumentException">The columns differ in length, or the options have faults.</exception>
    public static Bootstrap Of(IReadOnlyList<MetricColumn> columns, BootstrapOptions options, CancellationToken cancellation = default)
    {
        options.Validate();
        var users = columns.Count == 0 ? 0 : columns[0].Numerators.Length;
        if (columns.Any(column => column.Numerators.Length != users || column.Weights.Length != users))
        {
            throw new ArgumentException("All columns must be over the same users.", nameof(columns));
        }

        var rows = new ColumnRows([.. columns.Select(column => column.InGroups(BootstrapOptions.MostDraws))]);
        var values = columns.Select(_ => new double[options.Resamples]).ToArray();
        ParallelRanges.Run(
            options.Resamples, ResamplesPerRange, options.Threads, () => new double[rows.Width],
            (first, end, sums) =>
            {
                for (var resample = first; resample < end; resample++)
                {
                    Draw(rows, new SplitMix64(new SplitMix64(options.Seed).Next() + (ulong)resample), sums);
                    for (var column = 0; column < columns.Count; column++)
                    {
                        values[column][resample] = rows.Value(column, sums);
                    }
                }
            },
            cancellation);
        return new Bootstrap(values);
    }

    /// <summary>The column's value in each resample; NaN where nobody who counts was drawn.</summary>
    public ReadOnlySpan<double> Values(int column) => _values[column];

    private static void Draw(ColumnRows rows, SplitMix64 random, Span<double> sums)
    {
        sums.Clear();
        var vectors = MemoryMarshal.Cast<double, System.Numerics.Vector<double>>(sums);
        for (var draw = 0; draw < rows.Count; draw++)
        {
            var row = MemoryMarshal.Cast<double, System.Numerics.Vector<double>>(rows.Row(random.Next(rows.Count)));
            for (var i = 0; i < vectors.Length; i++)
            {
                vectors[i] += row[i];
            }
        }
    }
}
