using Recommender.Pipeline.Console;
using Recommender.Pipeline.Models;
using Recommender.Pipeline.Tests.Support;
using Recommender.Ranking.Reasons;
using Recommender.Ranking.Registry;
using Recommender.Ranking.Tuning;
using Recommender.Tests;

namespace Recommender.Pipeline.Tests.Models;

/// <summary>What people read of models, scores and studies.</summary>
public sealed class ModelTextTests
{
    private static readonly DateTime Start = new(2026, 1, 5, 7, 0, 0, DateTimeKind.Utc);

    [Fact]
    public void An_explanation_adds_up_line_by_line()
    {
        var features = Enumerable.Range(0, 20).Select(number => new FeatureContribution(
            $"feature_{number}", $"What number {number} means.", number == 3 ? double.NaN : number * 1.5, (number % 2 == 0 ? 1 : -1) * (2.0 / (number + 1)))).ToList();
        var score = -1 + features.Sum(feature => feature.Contribution);
        var text = new ExplanationText(7, 24852, "Banana", "learnt-0123456789ab", new ScoreExplanation(score, -1, 0.25, IsCandidate: false, features));
        Golden.Verify("explain", Written(terminal => text.Write(terminal)));

        var json = Written(terminal => text.WriteJson(terminal.Out));
        var document = System.Text.Json.JsonDocument.Parse(json).RootElement;
        Assert.Equal(20, document.GetProperty("features").GetArrayLength());
        Assert.Equal(System.Text.Json.JsonValueKind.Null, document.GetProperty("features")[3].GetProperty("value").ValueKind);
        Assert.Equal(score, document.GetProperty("bias").GetDouble() + document.GetProperty("features").EnumerateArray().Sum(feature => feature.GetProperty("contribution").GetDouble()), 12);
    }

    [Fact]
    public void Models_are_listed_with_what_can_be_done() => Golden.Verify("models", Written(terminal => ModelList.WriteText(
        terminal, [Model("learnt-bbbbbbbbbbbb", ModelState.Challenger, 0.31), Model("learnt-aaaaaaaaaaaa", ModelState.Champion, 0.36)], " --lake shop")));

    [Fact]
    public void A_study_shows_its_best_and_how_it_came_about()
    {
        var records = Enumerable.Range(0, 9).Select(trial => Trial(trial, 0, 0.30 + (trial * 5 % 9 / 100.0), TrialTable.Finished))
            .Append(Trial(0, 1, 0.31, TrialTable.Finished)).Append(Trial(7, 1, 0.35, TrialTable.Chosen)).ToList();
        Golden.Verify("tune", Written(terminal => new StudyText(new TuningSession(27, null, 1), records).Write(terminal, "")));
    }

    private static ModelRecord Model(string id, ModelState state, double recall) => new()
    {
        Id = id, TrainedAt = Start, State = state, Decision = "better beyond noise than decayed_frequency_filled", Settings = state == ModelState.Champion ? "{}" : "{\"leaves\":12}",
        Data = "{}", Seed = 1, Users = 1234, Rows = 56789, Metrics = FormattableString.Invariant($"{{\"recall@10\":{recall},\"ndcg@10\":0.4,\"auc\":0.83}}"), Importances = "{}", Card = "", FileSha256 = "",
    };

    private static TrialRecord Trial(int trial, int rung, double score, string state) => new()
    {
        Study = "study", Trial = trial, Rung = rung, Settings = FormattableString.Invariant($"{{\"leaves\":{31 + trial},\"l2\":{5 + (trial / 8.0)}}}"), Score = score, ScoreError = 0.004,
        Users = 300, Seconds = 1.25, Seed = 1, State = state, Data = "data", StartedAt = Start,
    };

    private static string Written(Action<Terminal> write)
    {
        using var output = new StringWriter { NewLine = "\n" };
        write(new Terminal { Out = output, Error = TextWriter.Null, Clock = new FakeClock(), Width = 110 });
        return output.ToString();
    }
}
