using Recommender.Ranking.Tuning;

namespace Recommender.Ranking.Tests.Tuning;

public sealed class HalvingScheduleTests
{
    private const int Rungs = 3;

    [Theory]
    [InlineData(1, 3)]
    [InlineData(2, 6)]
    [InlineData(5, 9)]
    [InlineData(9, 14)]
    [InlineData(10, 17)]
    [InlineData(27, 40)]
    public void Every_setting_is_tried_once_and_about_a_third_goes_on_to_each_rung(int trials, int records)
    {
        var tried = Run(trials, trial => trial / 100.0);
        Assert.Equal(trials, tried.Count(record => record.Rung == 0));
        Assert.Equal(tried.Count, tried.Select(record => (record.Trial, record.Rung)).Distinct().Count());
        Assert.Equal(records, tried.Count);
        Assert.Equal(trials - 1, HalvingSchedule.Best(tried)!.Trial);
    }

    [Fact]
    public void The_defaults_are_the_first_on_every_rung()
    {
        var tried = Run(27, trial => trial / 100.0);
        Assert.All(Enumerable.Range(0, Rungs), rung => Assert.Equal(0, tried.First(record => record.Rung == rung).Trial));
        Assert.Equal(0, HalvingSchedule.Best(Run(9, trial => -trial))!.Trial);
    }

    [Fact]
    public void Only_who_is_among_the_best_third_of_a_bracket_goes_on()
    {
        static double Score(int trial) => (trial * 7 % 27) / 100.0;
        var tried = Run(27, Score);
        foreach (var bracket in Enumerable.Range(0, 27).Chunk(9))
        {
            var others = bracket.Where(trial => trial != 0).OrderByDescending(Score).ToList();
            Assert.Equal(others.Take(others.Count / 3).Order(), On(1, bracket));
            Assert.Equal(others.Take(1), On(2, bracket));
        }

        IEnumerable<int> On(int rung, int[] bracket) => tried.Where(record => record.Rung == rung && record.Trial != 0 && bracket.Contains(record.Trial)).Select(record => record.Trial).Order();
    }

    [Fact]
    public void A_study_that_was_stopped_goes_on_where_it_was()
    {
        var whole = Run(9, trial => (trial * 5 % 9) / 10.0);
        for (var stopped = 0; stopped < whole.Count; stopped++)
        {
            var next = HalvingSchedule.Next([.. whole.Take(stopped)], 9, Rungs);
            Assert.Equal((whole[stopped].Trial, whole[stopped].Rung), next);
        }

        Assert.Null(HalvingSchedule.Next(whole, 9, Rungs));
        Assert.Equal((9, 0), HalvingSchedule.Next(whole, 10, Rungs));
    }

    private static List<TrialRecord> Run(int trials, Func<int, double> score)
    {
        var tried = new List<TrialRecord>();
        while (HalvingSchedule.Next(tried, trials, Rungs) is { } next)
        {
            tried.Add(new TrialRecord
            {
                Study = "study", Trial = next.Trial, Rung = next.Rung, Settings = "{}", Score = score(next.Trial), ScoreError = 0, Users = 1, Seconds = 1, Seed = 1,
                State = TrialTable.Finished, Data = "data", StartedAt = new DateTime(2026, 1, 1, 0, 0, 0, DateTimeKind.Utc),
            });
            Assert.True(tried.Count < 1000, "the schedule does not end");
        }

        return tried;
    }
}
