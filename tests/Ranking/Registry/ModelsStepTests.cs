using Recommender.Lake.Errors;
using Recommender.Lake.Planning;
using Recommender.Ranking.Registry;
using Recommender.Ranking.Steps;
using Recommender.Ranking.Tests.Support;

namespace Recommender.Ranking.Tests.Registry;

public sealed class ModelsStepTests : IDisposable
{
    private readonly LearningLake _lake = new();

    public void Dispose() => _lake.Dispose();

    [Fact]
    public void The_first_model_that_is_no_worse_than_decayed_frequency_becomes_champion_and_lists_come_from_it()
    {
        _lake.RunAll();
        var model = Assert.Single(_lake.Models(files: true));
        Assert.Equal(ModelState.Champion, model.State);
        Assert.Contains("not worse beyond noise than decayed_frequency_filled on", model.Decision, StringComparison.Ordinal);
        Assert.Equal(ModelFile.Id(model.FileSha256), model.Id);
        Assert.Equal(model.FileSha256, ModelFile.Sha256(Convert.FromBase64String(model.File!)));
        Assert.Equal([model.Id], _lake.Texts("select distinct model from published.recommendations", RankingTables.Recommendations));
        Assert.Equal([model.Id], _lake.Texts("select distinct model from published.next_basket", LearningTables.NextBasket));
        Assert.Contains("clean.order_lines", model.Data, StringComparison.Ordinal);
        Assert.Contains("\"auc\":", model.Metrics, StringComparison.Ordinal);
        Assert.Contains("none of them a test user. It left something out.", model.Card, StringComparison.Ordinal);
        Assert.All(["# " + model.Id, "## Decision", "## Data", "## Settings", "## Quality on the test users", "## Calibration", "## What it looks at", "## Limits"], part => Assert.Contains(part, model.Card, StringComparison.Ordinal));
    }

    [Fact]
    public void A_first_model_that_is_worse_waits_as_challenger_and_lists_stay_as_they_were()
    {
        _lake.Learner = new DecayLearner { IsBad = true };
        _lake.RunAll();
        var model = Assert.Single(_lake.Models());
        Assert.Equal(ModelState.Challenger, model.State);
        Assert.StartsWith("worse beyond noise in NDCG@10 and recall@10 than decayed_frequency_filled", model.Decision, StringComparison.Ordinal);
        Assert.Equal(["decayed_frequency_filled"], _lake.Texts("select distinct model from published.recommendations", RankingTables.Recommendations));
        Assert.Equal(["0"], _lake.Texts("select count(*) from published.next_basket", LearningTables.NextBasket));
    }

    [Fact]
    public void A_worse_challenger_does_not_replace_the_champion_and_a_better_one_does()
    {
        _lake.RunAll();
        var first = _lake.Models()[0].Id;
        _lake.Learner = new DecayLearner { IsBad = true };
        var (_, note) = _lake.Train(new TrainingRequest(2, Promote: false));
        Assert.Contains($"is challenger, and not champion: worse beyond noise in NDCG@10 and recall@10 than {first}", note, StringComparison.Ordinal);
        Assert.Equal([ModelState.Challenger, ModelState.Champion], _lake.Models().Select(model => model.State));

        _lake.Learner = new DecayLearner();
        _lake.Train(new TrainingRequest(3, Promote: false));
        Assert.Equal([ModelState.Champion, ModelState.Rejected, ModelState.Retired], _lake.Models().Select(model => model.State));
        Assert.Equal([3, 2, 1], _lake.Models().Select(model => model.Seed));
    }

    [Fact]
    public void Promotion_by_hand_takes_the_challenger_whatever_the_gate_said_and_trains_nothing()
    {
        _lake.RunAll();
        var champion = _lake.Models()[0].Id;
        _lake.Learner = new DecayLearner { IsBad = true };
        _lake.Train(new TrainingRequest(2, Promote: false));
        var trained = _lake.Learner.Trained;

        // The learner of the challenger is another one in this test; that is no part of what the request asks.
        var (plan, note) = _lake.Train(new TrainingRequest(null, Promote: true));
        Assert.Equal(PlanAction.Build, plan.Action);
        Assert.Equal(trained, _lake.Learner.Trained);
        Assert.Contains("is champion now, promoted by hand; the gate had said: worse beyond noise", note, StringComparison.Ordinal);
        Assert.Equal([ModelState.Champion, ModelState.Retired], _lake.Models().Select(model => model.State));
        Assert.Equal(champion, _lake.Models()[1].Id);

        // And a run is content with it.
        Assert.Equal(PlanAction.Skip, _lake.Train().Plan.Action);
    }

    [Fact]
    public void Training_and_promotion_go_in_one_step()
    {
        _lake.Learner = new DecayLearner { IsBad = true };
        _lake.RunAll(new TrainingRequest(null, Promote: true));
        Assert.Equal(ModelState.Champion, Assert.Single(_lake.Models()).State);
        Assert.Equal(1, _lake.Learner.Trained);
    }

    [Fact]
    public void Without_a_challenger_there_is_nothing_to_promote()
    {
        _lake.RunAll();
        var (_, note) = _lake.Train(new TrainingRequest(null, Promote: true));
        Assert.Contains("nothing to promote", note, StringComparison.Ordinal);

        using var small = new LearningLake(60);
        small.RunAll();
        Assert.Contains("no challenger to promote", Assert.Throws<CallerException>(() => small.Train(new TrainingRequest(null, Promote: true))).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_shop_that_knows_too_little_trains_nothing_and_says_so()
    {
        using var small = new LearningLake(60);
        small.RunAll();
        Assert.Empty(small.Models());
        Assert.Equal(0, small.Learner.Trained);
        Assert.Matches("no model was trained: [0-9]+ fit users have a known next basket .*, and 200 are needed; lists come from decayed_frequency_filled", small.Store.Current(LearningTables.Models.Name)!.Note);
        Assert.Equal(["decayed_frequency_filled"], small.Texts("select distinct model from published.recommendations", RankingTables.Recommendations));
    }

    [Fact]
    public void Nothing_is_trained_twice()
    {
        _lake.RunAll(run: "night-1");
        Assert.Equal(PlanAction.Skip, _lake.Train().Plan.Action);

        // A retry of the run that trained does not train, even where it asked for it.
        Assert.Equal(PlanAction.Skip, _lake.Train(new TrainingRequest(5, Promote: false), "night-1").Plan.Action);
        Assert.Equal(1, _lake.Learner.Trained);
    }

    [Fact]
    public void After_a_rollback_lists_come_from_the_model_before_and_nothing_is_trained_until_something_changes()
    {
        _lake.RunAll();
        var first = _lake.Models()[0].Id;
        _lake.Fill(650);
        _lake.Learner = new DecayLearner { Mark = 7 };
        _lake.RunAll();
        var second = _lake.Models()[0].Id;
        Assert.NotEqual(first, second);
        Assert.Equal([second], _lake.Texts("select distinct model from published.recommendations", RankingTables.Recommendations));

        _lake.Rollback(LearningTables.Models);
        Assert.Equal(PlanAction.Hold, _lake.Train().Plan.Action);
        _lake.RunAll();
        Assert.Equal([first], _lake.Texts("select distinct model from published.recommendations", RankingTables.Recommendations));
    }

    [Fact]
    public void Files_of_old_models_go_and_their_facts_stay()
    {
        _lake.RunAll();
        for (var seed = 2; seed <= 6; seed++)
        {
            _lake.Train(new TrainingRequest(seed, Promote: false));
        }

        var models = _lake.Models(files: true);
        Assert.Equal(6, models.Count);
        Assert.Equal([true, true, true, false, false, false], models.Select(model => model.File is not null));
        Assert.All(models, model => Assert.NotEmpty(model.Card));
    }

    [Theory]
    [InlineData("not base64!", "it is no base64")]
    [InlineData("AAAA", "its SHA-256 is")]
    public void A_damaged_model_file_is_one_clear_error_where_lists_are_made(string file, string why)
    {
        _lake.RunAll();
        var model = Assert.Single(_lake.Models(files: true));
        _lake.Run(new RecordStep([model with { File = file }]));
        var loader = new ShopHistoryLoader(1, _lake.Learner);
        var error = Assert.Throws<EnvironmentException>(() => _lake.Run(new RecommendationsStep(loader, new ScoringPass(1, isShared: false))));
        Assert.StartsWith($"ml.models: the file of {model.Id} is damaged: {why}", error.Message, StringComparison.Ordinal);
        Assert.Contains("recommender rollback ml.models", error.Message, StringComparison.Ordinal);

        // Training again helps: what cannot be used is no champion to beat.
        var (_, note) = _lake.Train(new TrainingRequest(2, Promote: false));
        Assert.Contains("the champion until now could not be compared with", note, StringComparison.Ordinal);
        _lake.Run(new RecommendationsStep(loader, new ScoringPass(1, isShared: false)));
    }

    [Fact]
    public void A_champion_that_cannot_be_used_is_retired_even_where_its_successor_is_not_let_through()
    {
        _lake.RunAll();
        _lake.Run(new RecordStep([_lake.Models(files: true)[0] with { File = "AAAA" }]));
        _lake.Learner = new DecayLearner { IsBad = true };
        _lake.Train(new TrainingRequest(2, Promote: false));
        Assert.Equal([ModelState.Challenger, ModelState.Retired], _lake.Models().Select(model => model.State));
        _lake.RunAll();
        Assert.Equal(["decayed_frequency_filled"], _lake.Texts("select distinct model from published.recommendations", RankingTables.Recommendations));
    }

    [Fact]
    public void A_table_whose_own_rows_are_damaged_is_not_built_anew_over_them()
    {
        _lake.RunAll();
        _lake.Train(new TrainingRequest(2, Promote: false));
        var current = _lake.Store.Current(LearningTables.Models.Name)!;
        File.Delete(Path.Combine(_lake.Store.Lake.Snapshot(LearningTables.Models.Name, current.Snapshot), current.Files[0].Path));
        var error = Assert.Throws<EnvironmentException>(() => _lake.Train());
        Assert.Contains($"its current snapshot {current.Snapshot} is damaged", error.Message, StringComparison.Ordinal);
        _lake.Rollback(LearningTables.Models);
        Assert.Single(_lake.Models());
    }

    [Fact]
    public void A_score_is_explained_and_its_parts_add_up()
    {
        _lake.RunAll();
        using var connection = _lake.Engine.Connect();
        var inputs = new Lake.Building.StepInputs(ScoreExplainer.Inputs.ToDictionary(table => table, table => _lake.Store.Current(table)!));
        var loader = new ShopHistoryLoader(1, _lake.Learner);
        var shop = loader.Load(connection, inputs, new Progress<Lake.Building.StepProgress>(), TestContext.Current.CancellationToken);
        var explanation = loader.Champions.Load(shop, connection, TestContext.Current.CancellationToken)!.Scorer.Explain(5, shop.Histories.Purchases(5)[0]);
        Assert.True(explanation.IsCandidate);
        Assert.Equal(explanation.Score, explanation.Bias + explanation.Features.Sum(feature => feature.Contribution), 9);
    }
}
