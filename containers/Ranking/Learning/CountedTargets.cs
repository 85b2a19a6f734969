namespace Recommender.Ranking.Learning;

/// <summary>Baskets to learn from, and where the rows of each begin when all are written one after another.</summary>
internal sealed class CountedTargets
{
    private readonly int[] _counts;

    /// <summary>Targets with as many rows each as is said.</summary>
    public CountedTargets(IReadOnlyList<TrainingTarget> targets, int[] counts)
    {
        (Targets, _counts) = (targets, counts);
        var starts = new int[counts.Length + 1];
        for (var index = 0; index < counts.Length; index++)
        {
            starts[index + 1] = checked(starts[index] + counts[index]);
        }

        Starts = starts;
    }

    /// <summary>The targets.</summary>
    public IReadOnlyList<TrainingTarget> Targets { get; }

    /// <summary>The first row of each target, and at the end their number.</summary>
    public IReadOnlyList<int> Starts { get; }

    /// <summary>Rows of all targets.</summary>
    public int Rows => Starts[^1];

    /// <summary>The first rows of the targets that have any.</summary>
    public int[] GroupStarts => [.. Starts.SkipLast(1).Where((_, index) => _counts[index] > 0)];

    /// <summary>Rows of a target.</summary>
    public int Count(int index) => _counts[index];

    /// <summary>Every so-manieth target, from the first.</summary>
    /// <param name="step">At least 1.</param>
    public CountedTargets Every(int step) => new([.. Targets.Where((_, index) => index % step == 0)], [.. _counts.Where((_, index) => index % step == 0)]);

    /// <summary>These and others, by user and then by time.</summary>
    public CountedTargets And(CountedTargets others)
    {
        var all = Targets.Zip(_counts).Concat(others.Targets.Zip(others._counts)).OrderBy(target => target.First.User).ThenBy(target => target.First.Known).ToList();
        return new CountedTargets([.. all.Select(target => target.First)], [.. all.Select(target => target.Second)]);
    }
}
