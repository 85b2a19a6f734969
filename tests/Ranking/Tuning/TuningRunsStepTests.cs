using Recommender.Lake.Planning;
using Recommender.Ranking.Evaluation;
using Recommender.Ranking.Steps;
using Recommender.Ranking.Tests.Registry;
using Recommender.Ranking.Tests.Support;
using Recommender.Ranking.Tuning;

namespace Recommender.Ranking.Tests.Tuning;

public sealed class TuningRunsStepTests : IDisposable
{
    private readonly LearningLake _lake = new();

    public void Dispose() => _lake.Dispose();

    [Fact]
    public void Trials_are_rows_and_training_takes_the_chosen_settings()
    {
        Assert.True(_lake.Tune(new TuningSession(9, null, 1)));
        var trials = _lake.Trials();
        Assert.Equal(9, trials.Count(trial => trial.Rung == 0));
        Assert.All(trials, trial => Assert.InRange(trial.Score, 0.01, 1));
        Assert.All(trials, trial => Assert.InRange(trial.ScoreError, 0.0001, 0.5));
        var chosen = Assert.Single(trials, trial => trial.State == TrialTable.Chosen);
        Assert.Equal(Rung.All.Count - 1, chosen.Rung);
        Assert.Equal(trials.Where(trial => trial.Rung == chosen.Rung).Max(trial => trial.Score), chosen.Score);

        _lake.RunAll();
        var model = Assert.Single(_lake.Models());
        Assert.All(SettingsJson.Read(chosen.Settings), setting => Assert.Contains(setting, SettingsJson.Read(model.Settings)));
        Assert.Contains($"study {chosen.Study}, trial {chosen.Trial}", model.Card, StringComparison.Ordinal);
    }

    [Fact]
    public void Trials_that_leave_the_chosen_settings_as_they_were_make_nobody_train_anew()
    {
        TrialRecord Best() => TrialTable.Best(_lake.Trials(), _lake.Learner.Space)!;
        _lake.RunAll();
        var seed = 1;
        _lake.Tune(new TuningSession(3, null, seed));
        Assert.Equal(_lake.Learner.Space.Defaults, SettingsJson.Read(Best().Settings));
        Assert.Equal(PlanAction.Skip, _lake.Train().Plan.Action);

        // Another study finds better settings than the defaults.
        while (Best().Trial == 0)
        {
            _lake.Tune(new TuningSession(3, null, ++seed));
        }

        var (chosen, plan) = (Best(), _lake.Train().Plan);
        Assert.Equal((PlanAction.Build, "ml.tuning_runs changed"), (plan.Action, plan.Reason));

        // And one trial more of that study, on the first rung, changes nothing.
        _lake.Learner = new DecayLearner { AtTraining = () => _lake.Clock.Advance(TimeSpan.FromSeconds(30)) };
        _lake.Tune(new TuningSession(12, TimeSpan.FromSeconds(1), seed));
        Assert.Contains(_lake.Trials(), trial => trial is { Trial: > 2, Rung: 0 });
        Assert.Equal(chosen, Best());
        Assert.Equal(PlanAction.Skip, _lake.Train().Plan.Action);
    }

    [Fact]
    public void A_killed_session_goes_on_where_it_was_and_ends_with_the_same_trials()
    {
        _lake.Learner = new DecayLearner { AtTraining = () => _lake.Clock.Advance(TimeSpan.FromSeconds(30)) };
        var session = new TuningSession(9, null, 1);
        var builds = 0;
        while (!_lake.Tune(session))
        {
            builds++;
        }

        Assert.True(builds > 3, "trials were not published as they went");
        var expected = _lake.Trials();

        using var other = new LearningLake();
        other.Learner = new DecayLearner { AtTraining = () => other.Clock.Advance(TimeSpan.FromSeconds(30)) };
        Assert.False(other.Tune(new TuningSession(9, null, 1)));
        var published = other.Trials().Count;
        Assert.InRange(published, 1, expected.Count - 1);

        // The process is killed in the middle of a trial: what was published is there, and nothing else.
        var left = 1;
        other.Learner = new DecayLearner { AtTraining = () => throw (left-- > 0 ? new OperationCanceledException() : new InvalidOperationException("not again")) };
        Assert.Throws<OperationCanceledException>(() => other.Tune(new TuningSession(9, null, 1)));
        Assert.Equal(published, other.Trials().Count);

        other.Learner = new DecayLearner();
        var resumed = new TuningSession(9, null, 1);
        Assert.True(other.Tune(resumed));
        Assert.Equal(expected.Count - published, resumed.Done);
        static IEnumerable<object> Facts(IEnumerable<TrialRecord> trials) => trials.Select(trial => (object)(trial.Trial, trial.Rung, trial.Settings, trial.Score, trial.State)).Order();
        Assert.Equal(Facts(expected), Facts(other.Trials()));
    }

    [Fact]
    public void No_trial_begins_when_the_time_is_over_and_the_same_command_goes_on_later()
    {
        _lake.Learner = new DecayLearner { AtTraining = () => _lake.Clock.Advance(TimeSpan.FromSeconds(1)) };
        var session = new TuningSession(9, TimeSpan.FromSeconds(3), 1);
        Assert.True(_lake.Tune(session));
        Assert.Equal(3, session.Done);
        var later = new TuningSession(9, null, 1);
        while (!_lake.Tune(later))
        {
            Assert.NotEmpty(later.Study);
        }

        Assert.Equal(session.Study, later.Study);
        Assert.Equal(9, _lake.Trials().Count(trial => trial.Rung == 0));
    }

    [Fact]
    public void Trials_learn_from_fit_users_and_never_from_those_they_are_measured_on()
    {
        _lake.Tune(new TuningSession(3, null, 1));
        var tasks = _lake.Learner.Tasks;
        Assert.NotEmpty(tasks);
        Assert.All(tasks, task => Assert.DoesNotContain(Enumerable.Range(1, 600), user => task.IsFit(user) && UserSplit.IsTest(user)));
        Assert.All(tasks, task => Assert.Contains(Enumerable.Range(0, InnerFolds.Count), fold => !Enumerable.Range(1, 600).Any(user => task.IsFit(user) && InnerFolds.Of(user) == fold)));
    }

    [Fact]
    public void A_run_keeps_the_trials_whatever_becomes_of_the_data()
    {
        _lake.Tune(new TuningSession(3, null, 1));
        var before = _lake.Trials();
        _lake.Fill(650);
        Assert.Equal(PlanAction.Skip, _lake.Run(new TuningRunsStep(new ShopHistoryLoader(1, _lake.Learner), _lake.Clock, 1)).Action);
        var other = new TuningSession(3, null, 1);
        _lake.Tune(other);
        Assert.Equal(before.Count * 2, _lake.Trials().Count);
        Assert.Equal(2, _lake.Trials().Count(trial => trial.State == TrialTable.Chosen));
    }

    [Fact]
    public void A_study_that_has_just_begun_does_not_displace_one_that_ended()
    {
        _lake.Tune(new TuningSession(3, null, 1));
        var ended = _lake.Trials().Single(trial => trial.State == TrialTable.Chosen);
        _lake.Fill(650);
        _lake.Learner = new DecayLearner { AtTraining = () => _lake.Clock.Advance(TimeSpan.FromSeconds(30)) };
        _lake.Tune(new TuningSession(3, TimeSpan.FromSeconds(1), 1));
        Assert.Equal(ended, TrialTable.Best(_lake.Trials(), _lake.Learner.Space));
    }

    [Fact]
    public void A_shop_that_knows_too_little_tunes_nothing_and_says_so()
    {
        using var small = new LearningLake(60);
        var session = new TuningSession(3, null, 1);
        Assert.True(small.Tune(session));
        Assert.Contains("and 200 are needed", session.Refusal, StringComparison.Ordinal);
        Assert.Empty(small.Trials());
    }
}
