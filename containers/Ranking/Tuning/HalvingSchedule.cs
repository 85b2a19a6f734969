namespace Recommender.Ranking.Tuning;

/// <summary>
/// Successive halving without waiting for whole rungs (ASHA: Li et al., "A system for massively parallel hyperparameter tuning", 2020), one
/// trial at a time: what to try next follows from what was tried, so a study that was stopped goes on where it was. The defaults are the first on every
/// rung, so that the best is never worse than they are by the study's own measure.
/// </summary>
internal static class HalvingSchedule
{
    /// <summary>Of so many trials of a rung, one goes on to the next: 3.</summary>
    public const int Reduction = 3;

    /// <summary>What to try next, or null where the study is finished.</summary>
    /// <param name="tried">What was tried so far.</param>
    /// <param name="trials">How many different settings to try, at least 1.</param>
    /// <param name="rungs">How many rungs there are.</param>
    public static (int Trial, int Rung)? Next(IReadOnlyCollection<TrialRecord> tried, int trials, int rungs)
    {
        var begun = tried.Where(record => record.Rung == 0).Select(record => record.Trial).ToHashSet();
        var open = Enumerable.Range(0, trials).Where(trial => !begun.Contains(trial)).ToList();
        for (var rung = rungs - 2; rung >= 0; rung--)
        {
            var there = Ranked(tried, rung);
            var above = tried.Where(record => record.Rung == rung + 1).Select(record => record.Trial).ToHashSet();

            // While more are to come, only who is surely among the best goes on; at the end somebody always does.
            var room = open.Count > 0 ? there.Count / Reduction : Math.Max(1, there.Count / Reduction);
            var next = there.Take(room).FirstOrDefault(trial => !above.Contains(trial), -1);
            if (next >= 0)
            {
                return (above.Contains(0) ? next : 0, rung + 1);
            }
        }

        return open.Count > 0 ? (open[0], 0) : null;
    }

    /// <summary>The best of a study so far: of those on the highest rung that was reached, the one with the greatest score.</summary>
    public static TrialRecord? Best(IEnumerable<TrialRecord> tried) =>
        tried.OrderByDescending(record => record.Rung).ThenByDescending(record => record.Score).ThenBy(record => record.Trial).FirstOrDefault();

    private static List<int> Ranked(IEnumerable<TrialRecord> tried, int rung) =>
        [.. tried.Where(record => record.Rung == rung).OrderByDescending(record => record.Score).ThenBy(record => record.Trial).Select(record => record.Trial)];
}
