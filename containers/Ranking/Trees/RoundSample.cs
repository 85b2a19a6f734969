namespace Recommender.Ranking.Trees;

/// <summary>Draws what a tree sees: rows (whole groups for LambdaRank) and features, each round from a stream of its own.</summary>
internal sealed class RoundSample(TreeRows rows, TreeSettings settings)
{
    /// <summary>Streams per round: rows, features, rounding of derivatives.</summary>
    private const ulong Streams = 3;

    private readonly bool _byGroup = settings.Objective == TreeObjective.LambdaRank;

    /// <summary>The salt that a round's derivatives are rounded with.</summary>
    public ulong Salt(int round) => SplitMix.ForStream(settings.Seed, ((ulong)round * Streams) + 2).Next();

    /// <summary>Writes the round's rows, ascending, to the front; each row or group is in it with the same chance.</summary>
    /// <returns>How many there are, at least 1.</returns>
    public int DrawRows(int round, int[] to)
    {
        if (settings.RowFraction >= 1)
        {
            for (var row = 0; row < rows.Rows; row++)
            {
                to[row] = row;
            }

            return rows.Rows;
        }

        var random = SplitMix.ForStream(settings.Seed, (ulong)round * Streams);
        var below = (ulong)(settings.RowFraction * (1UL << 53));
        var starts = _byGroup ? rows.GroupStarts : null;
        var units = starts?.Length ?? rows.Rows;
        var count = 0;
        for (var unit = 0; unit < units; unit++)
        {
            // At least one, whatever the dice say.
            if (random.Next() >> 11 < below || (count == 0 && unit == units - 1))
            {
                var end = starts is null ? unit + 1 : unit + 1 < units ? starts[unit + 1] : rows.Rows;
                for (var row = starts?[unit] ?? unit; row < end; row++)
                {
                    to[count++] = row;
                }
            }
        }

        return count;
    }

    /// <summary>The round's features, ascending, at least one.</summary>
    public int[] DrawFeatures(int round)
    {
        int[] all = [.. Enumerable.Range(0, rows.Edges.Features.Count)];
        if (settings.ColumnFraction >= 1)
        {
            return all;
        }

        var random = SplitMix.ForStream(settings.Seed, ((ulong)round * Streams) + 1);
        var count = Math.Max(1, (int)Math.Round(all.Length * settings.ColumnFraction));
        for (var i = 0; i < count; i++)
        {
            var other = i + random.NextInt(all.Length - i);
            (all[i], all[other]) = (all[other], all[i]);
        }

        return [.. all.Take(count).Order()];
    }
}
