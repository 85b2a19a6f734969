using System.Text.Json;
using Recommender.Pipeline.Console;
using Recommender.Ranking.Sequences;

namespace Recommender.Pipeline.Sequences;

/// <summary>Shows what a benchmark measured.</summary>
/// <param name="set">The users.</param>
/// <param name="metrics">All metrics.</param>
/// <param name="results">What each learnt ranker came to; the lists are the last one's.</param>
internal sealed class BenchmarkReport(SequenceSet set, IReadOnlyList<BenchmarkMetrics> metrics, IReadOnlyList<BenchmarkResult> results)
{
    private static readonly SequencePart[] Measured = [SequencePart.Val, SequencePart.Test];

    /// <summary>The lists of the test users.</summary>
    public IReadOnlyList<(string User, int[] Items)> Lists => results[^1].Lists;

    /// <summary>The ranker that made them.</summary>
    public string Ranker => results[^1].Ranker;

    /// <summary>A table per part and cutoff, and one line for what could not be measured.</summary>
    public void Write(Terminal terminal)
    {
        foreach (var part in Measured)
        {
            var (users, known) = set.Count(part);
            foreach (var cutoff in metrics.Where(row => row.Part == part).GroupBy(row => row.K))
            {
                terminal.Out.WriteLine($"metrics at {cutoff.Key}: {HumanText.Of(known, $"{Name(part)} user")}{(known < users ? $" of {HumanText.Count(users)}, whose next baskets are known" : "")}");
                var table = new TextTable(
                    new TableColumn("model"), new TableColumn($"recall@{cutoff.Key}", Right: true), new TableColumn($"ndcg@{cutoff.Key}", Right: true),
                    new TableColumn("ndcg_capped", Right: true, Importance: 1), new TableColumn($"phr@{cutoff.Key}", Right: true, Importance: 2));
                foreach (var row in cutoff)
                {
                    table.Add(row.Ranker, HumanText.Metric(row.Recall), HumanText.Metric(row.Ndcg), HumanText.Metric(row.NdcgCapped), HumanText.Metric(row.HitRate));
                }

                table.Write(terminal.Out, terminal.Width);
                terminal.Out.WriteLine();
            }

            foreach (var result in results.Where(result => result.CandidateRecall.ContainsKey(part)))
            {
                terminal.Out.WriteLine($"candidates of {result.Ranker}: {HumanText.Metric(result.CandidateRecall[part])} of the next basket, in the mean of the {Name(part)} users");
            }

            if (known == 0)
            {
                terminal.Out.WriteLine($"no metrics for {HumanText.Of(users, $"{Name(part)} user")}: none of their next baskets is in the future file");
            }
        }
    }

    /// <summary>The members <c>users</c>, <c>metrics</c> and <c>candidate_recall</c>.</summary>
    public void WriteJson(Utf8JsonWriter json)
    {
        json.WriteStartObject("users");
        foreach (var part in Enum.GetValues<SequencePart>().Where(part => part != SequencePart.None))
        {
            var (users, known) = set.Count(part);
            json.WriteStartObject(Name(part));
            json.WriteNumber("users", users);
            json.WriteNumber("known", known);
            json.WriteEndObject();
        }

        json.WriteEndObject();
        json.Array("metrics", metrics, row =>
        {
            json.WriteString("model", row.Ranker);
            json.WriteString("part", Name(row.Part));
            json.WriteNumber("k", row.K);
            json.WriteNumber("recall", row.Recall);
            json.WriteNumber("ndcg", row.Ndcg);
            json.WriteNumber("ndcg_capped", row.NdcgCapped);
            json.WriteNumber("phr", row.HitRate);
        });
        json.Array("candidate_recall", results.SelectMany(result => result.CandidateRecall.Select(recall => (result.Ranker, recall.Key, recall.Value))), row =>
        {
            json.WriteString("model", row.Ranker);
            json.WriteString("part", Name(row.Key));
            json.WriteNumber("recall", row.Value);
        });
    }

    private static string Name(SequencePart part) => part.ToString().ToLowerInvariant();
}
