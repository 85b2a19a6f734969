using System.Runtime.Intrinsics;

namespace Recommender.Ranking.Trees;

/// <summary>
/// Some trees, laid out so that sixteen rows go through all of them at once (QuickScorer: Lucchese and others, SIGIR 2015; with
/// vectors: SIGIR 2016). Each tree has a bit per leaf, from left to right. Splits are asked feature by feature, thresholds
/// ascending, so that the first one that no row is above ends the feature; where a row goes right it loses the left leaves. The
/// first leaf left over is the row's.
/// </summary>
/// <param name="features">The features that splits ask for.</param>
/// <param name="splits">The splits of all features.</param>
/// <param name="missing">The splits where a row without a value goes right.</param>
/// <param name="firstWords">Each tree's first word, and the end of all.</param>
/// <param name="leaves">By word and bit, the leaf's value.</param>
/// <param name="parts">By word and bit, what the leaf's value is made of; empty where nobody asks.</param>
internal sealed unsafe class ScoringChunk(
    ScoringFeature[] features, ScoringSplit[] splits, ScoringSplit[] missing, int[] firstWords, double[] leaves, Vector256<float>[] parts)
{
    /// <summary>Rows scored at once.</summary>
    public const int Rows = 16;

    /// <summary>Leaves of a word.</summary>
    public const int LeavesPerWord = 32;

    /// <summary>Most words of a chunk, enough for the largest tree: sixteen rows' words are then 16 KiB, half of the first cache level.</summary>
    public const int MostWords = 256;

    private const uint ExponentOfOne = 127;

    /// <summary>The first place in memory where a vector is aligned; there must be one more than is needed.</summary>
    public static Vector512<T>* Aligned<T>(byte* memory) => (Vector512<T>*)(((nint)memory + sizeof(Vector512<T>) - 1) & -sizeof(Vector512<T>));

    /// <summary>Makes a row one of the sixteen that go through the trees together.</summary>
    /// <param name="row">Its values.</param>
    /// <param name="lane">Its place, 0 to 15.</param>
    /// <param name="values">By feature, sixteen values.</param>
    public static void Put(ReadOnlySpan<float> row, int lane, Vector512<float>* values)
    {
        var to = (float*)values + lane;
        fixed (float* from = row)
        {
            for (var feature = 0; feature < row.Length; feature++)
            {
                to[feature * Rows] = from[feature];
            }
        }
    }

    /// <summary>Adds the trees' values to sixteen rows' margins.</summary>
    /// <param name="values">By feature, sixteen values.</param>
    /// <param name="words">Scratch memory of <see cref="MostWords"/>.</param>
    /// <param name="margins">Sixteen margins.</param>
    public void Add(Vector512<float>* values, Vector512<uint>* words, double* margins)
    {
        FindLeaves(values, words);
        Sum((uint*)words, margins);
    }

    /// <summary>Adds what the trees' values are made of to the sums of the first rows.</summary>
    /// <param name="values">By feature, sixteen values.</param>
    /// <param name="words">Scratch memory of <see cref="MostWords"/>.</param>
    /// <param name="rows">How many rows, at most sixteen.</param>
    /// <param name="sums">Their sums.</param>
    public void AddParts(Vector512<float>* values, Vector512<uint>* words, int rows, Vector256<float>* sums)
    {
        FindLeaves(values, words);
        fixed (Vector256<float>* part = parts)
        {
            for (var row = 0; row < rows; row++)
            {
                var sum = sums[row];
                for (var tree = 0; tree < firstWords.Length - 1; tree++)
                {
                    sum += part[((uint*)(words + firstWords[tree]))[row]];
                }

                sums[row] = sum;
            }
        }
    }

    /// <summary>Finds each row's leaf in each tree, and puts its number in the tree's first word.</summary>
    private void FindLeaves(Vector512<float>* values, Vector512<uint>* words)
    {
        new Span<Vector512<uint>>(words, firstWords[^1]).Fill(Vector512<uint>.AllBitsSet);
        fixed (ScoringSplit* split = splits, lacking = missing)
        {
            foreach (var feature in features)
            {
                Ask(feature, values[feature.Feature], split, lacking, words);
            }
        }

        for (var tree = 0; tree < firstWords.Length - 1; tree++)
        {
            var first = firstWords[tree];
            var leaf = Vector512<uint>.Zero;
            for (var word = firstWords[tree + 1] - 1; word >= first; word--)
            {
                var found = LowestBit(words[word]) + Vector512.Create((uint)(word * LeavesPerWord));
                leaf = Vector512.ConditionalSelect(Vector512.Equals(words[word], Vector512<uint>.Zero), leaf, found);
            }

            words[first] = leaf;
        }
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
