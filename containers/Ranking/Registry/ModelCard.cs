using System.Globalization;
using System.Text;
using System.Text.Json;
using Recommender.Ranking.Evaluation;
using Recommender.Ranking.Tuning;

namespace Recommender.Ranking.Registry;

/// <summary>Writes a model's card: what a person should know before lists come from it.</summary>
internal static class ModelCard
{
    private const int FeaturesShown = 20;

    private static readonly (string Metric, int K)[] _shown =
    [
        (EvaluationMetrics.Recall, 10), (EvaluationMetrics.Ndcg, 10), (EvaluationMetrics.Recall, 20), (EvaluationMetrics.HitRate, 10),
        (EvaluationMetrics.Auc, 0), (EvaluationMetrics.LogLoss, 0), (EvaluationMetrics.F1, 0), (EvaluationMetrics.CalibrationError, 0),
    ];

    /// <summary>The card, Markdown.</summary>
    /// <param name="model">The model; its own card is not read.</param>
    /// <param name="learner">What trained it.</param>
    /// <param name="tuned">The trial that its settings come from, or null.</param>
    /// <param name="decision">What the gate said.</param>
    /// <param name="quality">How good it is on the test users.</param>
    /// <param name="fileBytes">How large its file is.</param>
    /// <param name="remarks">What it made of so much or so little data; may be empty.</param>
    public static string Write(ModelRecord model, IModelLearner learner, TrialRecord? tuned, GateDecision decision, QualityReport quality, int fileBytes, string remarks)
    {
        var card = new StringBuilder();
        card.AppendLine(CultureInfo.InvariantCulture, $"# {model.Id}").AppendLine();
        card.AppendLine("Ranks what a user may put into the next basket: products of the user's history and others, by the probability that they are in it.");
        card.AppendLine(CultureInfo.InvariantCulture, $"Trained {model.TrainedAt:yyyy-MM-dd HH:mm} UTC by {learner.Version} with seed {model.Seed}; its file has {fileBytes:N0} bytes, SHA-256 {model.FileSha256}.");
        Section(card, "Decision", decision.Reason);
        WriteData(card, model, remarks);
        WriteSettings(card, model, learner, tuned);
        WriteMetrics(card, decision, quality);
        WriteCalibration(card, quality);
        WriteImportances(card, model);
        Section(card, "Limits", """
            - It knows what was ordered, not what was offered, out of stock, or on sale.
            - Users with few orders get a list that is mostly what others buy; see the segments of ml.evaluation.
            - Test users are measured on one next basket each; a difference within its interval may be chance.
            - Probabilities hold for a next basket like those it was trained on; after a change of assortment or season, train anew.
            """);
        return card.ToString();
    }

    private static void WriteData(StringBuilder card, ModelRecord model, string remarks)
    {
        Section(card, "Data", string.Create(CultureInfo.InvariantCulture, $"{model.Rows:N0} rows of {model.Users:N0} users, none of them a test user.{(remarks.Length == 0 ? "" : $" {remarks}")}\n\n| table | snapshot |\n|---|---|"));
        using var data = JsonDocument.Parse(model.Data);
        foreach (var table in data.RootElement.EnumerateObject())
        {
            card.AppendLine(CultureInfo.InvariantCulture, $"| {table.Name} | {table.Value.GetString()} |");
        }
    }

    private static void WriteSettings(StringBuilder card, ModelRecord model, IModelLearner learner, TrialRecord? tuned)
    {
        var origin = tuned is null
            ? "The defaults: nothing was tuned."
            : string.Create(CultureInfo.InvariantCulture, $"Chosen by tuning: study {tuned.Study}, trial {tuned.Trial}, NDCG@10 {tuned.Score:0.0000} ± {tuned.ScoreError:0.0000} on {tuned.Users:N0} fit users.");
        Section(card, "Settings", $"{origin}\n\n| setting | value | meaning |\n|---|---|---|");
        foreach (var (name, value) in SettingsJson.Read(model.Settings))
        {
            card.AppendLine(CultureInfo.InvariantCulture, $"| {name} | {value:G6} | {learner.Space.Parameters.FirstOrDefault(parameter => parameter.Name == name)?.Meaning} |");
        }
    }

    private static void WriteMetrics(StringBuilder card, GateDecision decision, QualityReport quality)
    {
        Section(card, "Quality on the test users", string.Create(CultureInfo.InvariantCulture, $"Beside {decision.Incumbent}, from which lists came until then: NDCG@10 {decision.Ndcg}; recall@10 {decision.Recall}.\n\n| users | metric | value | 95 % interval | counted |\n|---|---|---|---|---|"));
        foreach (var estimate in quality.Estimates.Where(estimate => _shown.Contains((estimate.Metric, estimate.K))))
        {
            var range = estimate.Range is { } interval ? string.Create(CultureInfo.InvariantCulture, $"{interval.Low:0.0000} to {interval.High:0.0000}") : "";
            card.AppendLine(CultureInfo.InvariantCulture, $"| {estimate.Segment} | {estimate.Metric}{(estimate.K == 0 ? "" : $"@{estimate.K}")} | {estimate.Value:0.0000} | {range} | {estimate.Users:N0} |");
        }

        card.AppendLine().AppendLine(string.Join("; ", UserSegment.Segments.Select(segment => $"{segment.Name}: {segment.Description}")) + ".");
    }

    private static void WriteCalibration(StringBuilder card, QualityReport quality)
    {
        Section(card, "Calibration", "Predicted probability that a product of the history is in the next basket, beside how often it was.\n\n| predicted | observed | 95 % interval | pairs |\n|---|---|---|---|");
        foreach (var bin in quality.Calibration)
        {
            card.AppendLine(CultureInfo.InvariantCulture, $"| {bin.Predicted:0.0000} | {bin.Observed:0.0000} | {bin.Range.Low:0.0000} to {bin.Range.High:0.0000} | {bin.Pairs:N0} |");
        }
    }

    private static void WriteImportances(StringBuilder card, ModelRecord model)
    {
        var importances = SettingsJson.Read(model.Importances);
        Section(card, "What it looks at", string.Create(CultureInfo.InvariantCulture, $"The first {Math.Min(FeaturesShown, importances.Count)} of {importances.Count} features by their share of what all splits gained.\n\n| feature | share |\n|---|---|"));
        foreach (var (feature, share) in importances.Take(FeaturesShown))
        {
            card.AppendLine(CultureInfo.InvariantCulture, $"| {feature} | {share:P1} |");
        }
    }

    private static void Section(StringBuilder card, string title, string text) => card.AppendLine().Append("## ").AppendLine(title).AppendLine(text);
}
