namespace Recommender.Ranking.Tuning;

/// <summary>
/// Successive halving (Jamieson and Talwalkar, "Non-stochastic best arm identification and hyperparameter optimization", 2016) in brackets
/// of nine settings, one after another, so that a study whose time is short has tried some thoroughly, too. What to try next follows from
/// what was tried: a study that was stopped goes on where it was. The defaults are the first on every rung, so that the best is never
/// worse than they are by the study's own measure.
/// </summary>
internal static class HalvingSchedule
{
    /// <summary>Of so many settings of a bracket, one goes on to the next rung: 3.</summary>
    public const int Reduction = 3;

    /// <summary>What to try next, or null where the study is finished.</summary>
    /// <param name="tried">What was tried so far.</param>
    /// <param name="trials">How many different settings to try, at least 1.</param>
    /// <param name="rungs">How many rungs there are.</param>
    public static (int Trial, int Rung)? Next(IReadOnlyCollection<TrialRecord> tried, int trials, int rungs)
    {
        var size = (int)Math.Pow(Reduction, rungs - 1);
        return Enumerable.Range(0, trials).Chunk(size).Select(bracket => Next(tried, bracket, rungs)).FirstOrDefault(next => next is not null);
    }

    private static (int Trial, int Rung)? Next(IReadOnlyCollection<TrialRecord> tried, int[] bracket, int rungs)
    {
        var going = bracket;
        for (var rung = 0; rung < rungs; rung++)
        {
            var there = tried.Where(record => record.Rung == rung).ToDictionary(record => record.Trial, record => record.Score);
            if (going.Where(trial => !there.ContainsKey(trial)).ToList() is [var next, ..])
            {
                return (next, rung);
            }

            var room = Math.Max(1, going.Count(trial => trial != 0) / Reduction);
            going = [.. going.Where(trial => trial == 0), .. going.Where(trial => trial != 0).OrderByDescending(trial => there[trial]).ThenBy(trial => trial).Take(room)];
        }

        return null;
    }

    /// <summary>The best of a study so far: of those on the highest rung that was reached, the one with the greatest score.</summary>
    public static TrialRecord? Best(IEnumerable<TrialRecord> tried) =>
        tried.OrderByDescending(record => record.Rung).ThenByDescending(record => record.Score).ThenBy(record => record.Trial).FirstOrDefault();
}
