using System.Globalization;
using Recommender.Pipeline.Console;
using Recommender.Ranking.Tuning;

namespace Recommender.Pipeline.Models;

/// <summary>A tuning study as people and scripts read it.</summary>
/// <param name="session">What was asked for.</param>
/// <param name="records">The study's trials on all rungs.</param>
internal sealed class StudyText(TuningSession session, IReadOnlyList<TrialRecord> records)
{
    private const int TrialsShown = 10;

    private readonly TrialRecord? _chosen = records.FirstOrDefault(record => record.State == TrialTable.Chosen);

    /// <summary>The best trials, how the best came about, and what training takes.</summary>
    /// <param name="terminal">Where to.</param>
    /// <param name="lakeOption">The option that names the lake in a command to copy, or "".</param>
    public void Write(Terminal terminal, string lakeOption)
    {
        var output = terminal.Out;
        if (_chosen is null)
        {
            output.WriteLine($"nothing was tried: {session.Refusal}");
            return;
        }

        var table = new TextTable(
            new TableColumn("trial", Right: true),
            new TableColumn("rung", Right: true),
            new TableColumn("ndcg@10", Right: true),
            new TableColumn("±", Right: true, Importance: 2),
            new TableColumn("seconds", Right: true, Importance: 1),
            new TableColumn("what differs from the defaults", Least: 30));
        foreach (var record in records.OrderByDescending(record => record.Rung).ThenByDescending(record => record.Score).ThenBy(record => record.Trial).Take(TrialsShown))
        {
            table.Add(
                $"{record.Trial}", $"{record.Rung + 1}", HumanText.Metric(record.Score), HumanText.Metric(record.ScoreError),
                record.Seconds.ToString("0.0", CultureInfo.InvariantCulture), Differences(record));
        }

        table.Write(output, terminal.Width);
        output.WriteLine();
        new ScorePlot([.. records.Where(record => record.Rung == 0).OrderBy(record => record.Trial).Select(record => record.Score)]).Write(output);
        output.WriteLine();
        var tried = records.Select(record => record.Trial).Distinct().Count();
        output.WriteLine(
            $"{HumanText.Of(tried, "setting")} tried, {HumanText.Of(session.Done, "trial")} now{(tried < session.Trials ? "; the time is over: the same command goes on" : "")}");
        var defaults = records.FirstOrDefault(record => record.Trial == 0 && record.Rung == _chosen.Rung);
        output.WriteLine(_chosen.Trial == 0
            ? $"the defaults are the best: NDCG@10 {Score(_chosen)}"
            : $"best: trial {_chosen.Trial}, NDCG@10 {Score(_chosen)}{(defaults is null ? "" : $"; the defaults reach {Score(defaults)}")}");
        output.WriteLine($"train with it: recommender train{lakeOption}");
    }

    /// <summary>One document with every trial.</summary>
    public void WriteJson(TextWriter output) => JsonText.Write(output, json =>
    {
        json.WriteStartObject();
        json.WriteString("study", session.Study);
        json.WriteNumber("done", session.Done);
        json.WriteString("refused", session.Refusal);
        json.Array("trials", records, record =>
        {
            json.WriteNumber("trial", record.Trial);
            json.WriteNumber("rung", record.Rung);
            json.WriteString("state", record.State);
            json.WriteNumber("score", record.Score);
            json.WriteNumber("score_error", record.ScoreError);
            json.WriteNumber("users", record.Users);
            json.WriteNumber("seconds", record.Seconds);
            json.WriteStartObject("settings");
            foreach (var (name, value) in ModelNumbers.Of(record.Settings))
            {
                json.WriteNumber(name, value);
            }

            json.WriteEndObject();
        });
        json.WriteEndObject();
    });

    private static string Score(TrialRecord record) => $"{HumanText.Metric(record.Score)} ± {HumanText.Metric(record.ScoreError)}";

    private string Differences(TrialRecord record) => ModelNumbers.Differences(
        ModelNumbers.Of(record.Settings),
        records.FirstOrDefault(other => other.Trial == 0) is { } first ? ModelNumbers.Of(first.Settings) : new Dictionary<string, double>(),
        "nothing: the defaults");
}
