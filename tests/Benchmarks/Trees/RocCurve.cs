namespace Recommender.Benchmarks.Trees;

/// <summary>The area under the ROC curve.</summary>
internal static class RocCurve
{
    /// <summary>The chance that a row with label 1 scores above one with label 0; ties count half.</summary>
    public static double Area(ReadOnlySpan<double> scores, float[] labels)
    {
        var keys = scores.ToArray();
        var sorted = (float[])labels.Clone();
        Array.Sort(keys, sorted);
        double below = 0, right = 0;
        for (var first = 0; first < keys.Length;)
        {
            double positive = 0, negative = 0;
            var end = first;
            for (; end < keys.Length && keys[end] == keys[first]; end++)
            {
                positive += sorted[end];
                negative += 1 - sorted[end];
            }

            right += positive * (below + (negative / 2));
            below += negative;
            first = end;
        }

        return right / (below * (keys.Length - below));
    }
}
