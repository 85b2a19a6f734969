using System.Runtime.Intrinsics;

namespace Recommender.Ranking.Trees;

/// <summary>
/// Some trees, laid out so that sixteen rows go through all of them at once (QuickScorer: Lucchese and others, SIGIR 2015; with
/// vectors: SIGIR 2016). Each tree has a bit per leaf, from left to right. Splits are asked feature by feature, thresholds
/// ascending, so that the first one that no row is above ends the feature; where a row goes right it loses the left leaves. The
/// first leaf left over is the row's.
/// </summary>
internal sealed unsafe class ScoringChunk(
    ScoringFeature[] features, ScoringSplit[] splits, ScoringSplit[] missing, int[] firstWords, double[] leaves)
{
    /// <summary>Rows scored at once.</summary>
    public const int Rows = 16;

    /// <summary>Leaves of a word.</summary>
    public const int LeavesPerWord = 32;

    /// <summary>Most words of a chunk, enough for the largest tree: sixteen rows' words are then 16 KiB, half of the first cache level.</summary>
    public const int MostWords = 256;

    private const uint ExponentOfOne = 127;

    /// <summary>Adds the trees' values to sixteen rows' margins.</summary>
    /// <param name="values">By feature, sixteen values.</param>
    /// <param name="words">Scratch memory of <see cref="MostWords"/>.</param>
    /// <param name="margins">Sixteen margins.</param>
    public void Add(Vector512<float>* values, Vector512<uint>* words, double* margins)
    {
        new Span<Vector512<uint>>(words, firstWords[^1]).Fill(Vector512<uint>.AllBitsSet);
        fixed (ScoringSplit* split = splits, lacking = missing)
        {
            foreach (var feature in features)
            {
                Ask(feature, values[feature.Feature], split, lacking, words);
            }
        }

        Sum((uint*)words, margins);
    }

    private static void Ask(ScoringFeature feature, Vector512<float> value, ScoringSplit* splits, ScoringSplit* missing, Vector512<uint>* words)
    {
        var known = Vector512.Equals(value, value);
        var largest = Largest(Vector512.ConditionalSelect(known, value, Vector512.Create(float.NegativeInfinity)));
        var end = splits + feature.End;
        for (var split = splits + feature.First; split < end && split->Threshold < largest; split++)
        {
            // NaN is not above anything.
            var above = Vector512.GreaterThan(value, Vector512.Create(split->Threshold)).AsUInt32();
            words[split->Word] = Vector512.AndNot(words[split->Word], above & Vector512.Create(split->Clear));
        }

        if (known != Vector512<float>.AllBitsSet && feature.MissingEnd > feature.MissingFirst)
        {
            var unknown = ~known.AsUInt32();
            for (var split = missing + feature.MissingFirst; split < missing + feature.MissingEnd; split++)
            {
                words[split->Word] = Vector512.AndNot(words[split->Word], unknown & Vector512.Create(split->Clear));
            }
        }

        foreach (var set in feature.Sets)
        {
            var word = (uint*)(words + set.Word);
            for (var row = 0; row < Rows; row++)
            {
                word[row] &= set.Keeps(value[row]) ? uint.MaxValue : ~set.Clear;
            }
        }
    }

    private static float Largest(Vector512<float> value)
    {
        var half = Vector256.Max(value.GetLower(), value.GetUpper());
        var quarter = Vector128.Max(half.GetLower(), half.GetUpper());
        return Math.Max(Math.Max(quarter[0], quarter[1]), Math.Max(quarter[2], quarter[3]));
    }

    /// <summary>The number of the lowest bit set: a power of two as a float has it as its exponent.</summary>
    private static Vector512<uint> LowestBit(Vector512<uint> word)
    {
        var lowest = (word & (Vector512<uint>.Zero - word)).AsInt32();
        return (Vector512.ConvertToSingle(lowest).AsUInt32() >> 23 & Vector512.Create(0xFFu)) - Vector512.Create(ExponentOfOne);
    }

    private void Sum(uint* words, double* margins)
    {
        // The leaf of each row takes the place of the tree's first word.
        for (var tree = 0; tree < firstWords.Length - 1; tree++)
        {
            var first = firstWords[tree];
            var leaf = Vector512<uint>.Zero;
            for (var word = firstWords[tree + 1] - 1; word >= first; word--)
            {
                var bits = Vector512.Load(words + (word * Rows));
                var found = LowestBit(bits) + Vector512.Create((uint)(word * LeavesPerWord));
                leaf = Vector512.ConditionalSelect(Vector512.Equals(bits, Vector512<uint>.Zero), leaf, found);
            }

            leaf.Store(words + (first * Rows));
        }

        fixed (double* value = leaves)
        fixed (int* first = firstWords)
        {
            for (var row = 0; row < Rows; row += 4)
            {
                var (a, b, c, d) = (margins[row], margins[row + 1], margins[row + 2], margins[row + 3]);
                for (var tree = 0; tree < firstWords.Length - 1; tree++)
                {
                    var leaf = words + (first[tree] * Rows) + row;
                    a += value[leaf[0]];
                    b += value[leaf[1]];
                    c += value[leaf[2]];
                    d += value[leaf[3]];
                }

                (margins[row], margins[row + 1], margins[row + 2], margins[row + 3]) = (a, b, c, d);
            }
        }
    }
}
