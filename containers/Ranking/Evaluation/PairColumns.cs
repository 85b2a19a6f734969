namespace Recommender.Ranking.Evaluation;

/// <summary>The columns of a scorer's pairs over some users.</summary>
internal static class PairColumns
{
    /// <summary>Every metric that the scorer's scores allow.</summary>
    /// <param name="report">The pairs.</param>
    /// <param name="users">Positions of the users, ascending.</param>
    public static IEnumerable<MetricColumn> Of(PairReport report, int[] users)
    {
        var (pairs, places) = Pairs(report, users);
        double[] scores = [.. pairs.Select(pair => report.Scores[pair])];
        bool[] outcomes = [.. pairs.Select(pair => report.Outcomes[pair])];
        yield return MetricColumn.Mean(EvaluationMetrics.CandidateRecall, 0, [.. users.Select(user => report.CandidateRecall[user])]);
        if (AreaUnderCurve.PseudoValues(scores, outcomes, places, users.Length) is { } auc)
        {
            yield return MetricColumn.Mean(EvaluationMetrics.Auc, 0, auc);
        }

        if (report.IsProbability && pairs.Length > 0)
        {
            var counts = ByUser(places, users.Length, _ => 1);
            yield return new MetricColumn(EvaluationMetrics.LogLoss, 0, ByUser(places, users.Length, i => report.LossOf(pairs[i])), counts);
            yield return MetricColumn.Mean(EvaluationMetrics.F1, 0, [.. users.Select(user => report.F1[user])]);
            yield return new MetricColumn(EvaluationMetrics.CalibrationError, 0, Deviations(scores, outcomes, places, users.Length), counts);
        }
    }

    /// <summary>
    /// By user, what the pairs add to Σ over bins of |Σ (probability − outcome)|: with the sign of their bin, as if that stood.
    /// </summary>
    private static double[] Deviations(double[] scores, bool[] outcomes, int[] places, int users)
    {
        var bins = CalibrationCurve.BinOfPairs(scores);
        var sums = new double[CalibrationCurve.MostBins];
        double Deviation(int i) => scores[i] - (outcomes[i] ? 1 : 0);
        for (var i = 0; i < scores.Length; i++)
        {
            sums[bins[i]] += Deviation(i);
        }

        return ByUser(places, users, i => Math.Sign(sums[bins[i]]) * Deviation(i));
    }

    private static double[] ByUser(int[] places, int users, Func<int, double> value)
    {
        var sums = new double[users];
        for (var i = 0; i < places.Length; i++)
        {
            sums[places[i]] += value(i);
        }

        return sums;
    }

    /// <summary>The pairs of the users, and for each the user's place among them.</summary>
    private static (int[] Pairs, int[] Places) Pairs(PairReport report, int[] users)
    {
        var (pairs, places) = (new List<int>(), new List<int>());
        var place = 0;
        for (var pair = 0; pair < report.Users.Length; pair++)
        {
            while (place < users.Length && users[place] < report.Users[pair])
            {
                place++;
            }

            if (place < users.Length && users[place] == report.Users[pair])
            {
                pairs.Add(pair);
                places.Add(place);
            }
        }

        return ([.. pairs], [.. places]);
    }
}
