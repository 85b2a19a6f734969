namespace Recommender.Ranking.Evaluation;

/// <summary>Options of <see cref="Evaluator"/>.</summary>
internal sealed record EvaluationOptions
{
    /// <summary>The k of the metrics: ascending, each at least 1. Default 10 and 20.</summary>
    public IReadOnlyList<int> Cutoffs { get; init; } = [10, 20];

    /// <summary>Threads to use, at least 1; the figures do not depend on it. Default: one per processor.</summary>
    public int Threads { get; init; } = Environment.ProcessorCount;

    /// <summary>Checks all options.</summary>
    /// <exception cref="ArgumentException">Names every fault.</exception>
    public void Validate()
    {
        var faults = new List<string>();
        if (Cutoffs.Count == 0 || Cutoffs[0] < 1 || Cutoffs.Zip(Cutoffs.Skip(1)).Any(pair => pair.First >= pair.Second))
        {
            faults.Add($"{nameof(Cutoffs)} is [{string.Join(", ", Cutoffs)}]; it must be one or more numbers, ascending, from 1.");
        }

        if (Threads < 1)
        {
            faults.Add($"{nameof(Threads)} is {Threads}; it must be at least 1.");
        }

        if (faults.Count > 0)
        {
            throw new ArgumentException("Evaluation options: " + string.Join(" ", faults));
        }
    }
}
