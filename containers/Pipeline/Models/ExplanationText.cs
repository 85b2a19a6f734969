using System.Globalization;
using Recommender.Pipeline.Console;
using Recommender.Ranking.Reasons;

namespace Recommender.Pipeline.Models;

/// <summary>An explained score as people and scripts read it.</summary>
/// <param name="user">The user.</param>
/// <param name="product">The product.</param>
/// <param name="name">Its name.</param>
/// <param name="model">The model.</param>
/// <param name="explanation">The explanation.</param>
internal sealed class ExplanationText(long user, long product, string name, string model, ScoreExplanation explanation)
{
    private const int FeaturesShown = 15;
    private const int BarCells = 12;

    /// <summary>A table of the features that moved the score most; the others are summed up.</summary>
    public void Write(Terminal terminal)
    {
        terminal.Out.WriteLine($"user {user}, product {product} \"{name}\", by {model}");
        terminal.Out.WriteLine(string.Create(CultureInfo.InvariantCulture, $"probability {explanation.Probability:0.0000} that it is in the next basket, from a score of {Signed(explanation.Score)}"));
        if (!explanation.IsCandidate)
        {
            terminal.Out.WriteLine("it is none of the user's candidates, so it is in no list of theirs; this is what its score would be");
        }

        terminal.Out.WriteLine();
        var table = new TextTable(
            new TableColumn("moved by", Right: true),
            new TableColumn("", Importance: 2),
            new TableColumn("feature"),
            new TableColumn("value", Right: true),
            new TableColumn("meaning", Least: 20, Importance: 1, Wraps: true));
        table.Add(Signed(explanation.Bias), "", "(start)", "", "What the score is before anything is known of user and product.");
        var most = explanation.Features.Select(feature => Math.Abs(feature.Contribution)).DefaultIfEmpty(0).Max();
        foreach (var feature in explanation.Features.Take(FeaturesShown))
        {
            table.Add(Signed(feature.Contribution), Bar(feature.Contribution, most), feature.Feature, double.IsNaN(feature.Value) ? "unknown" : ModelNumbers.Short(feature.Value), feature.Meaning);
        }

        if (explanation.Features.Count > FeaturesShown)
        {
            var rest = explanation.Features.Skip(FeaturesShown).ToList();
            table.Add(Signed(rest.Sum(feature => feature.Contribution)), "", $"({HumanText.Of(rest.Count, "other")})", "", "All further features together; --json has each.");
        }

        table.Add(Signed(explanation.Score), "", "(sum)", "", "The score.");
        table.Write(terminal.Out, terminal.Width);
    }

    /// <summary>One document with every feature.</summary>
    public void WriteJson(TextWriter output) => JsonText.Write(output, json =>
    {
        json.WriteStartObject();
        json.WriteNumber("user", user);
        json.WriteNumber("product_id", product);
        json.WriteString("product", name);
        json.WriteString("model", model);
        json.WriteBoolean("candidate", explanation.IsCandidate);
        json.WriteNumber("probability", explanation.Probability);
        json.WriteNumber("score", explanation.Score);
        json.WriteNumber("bias", explanation.Bias);
        json.Array("features", explanation.Features, feature =>
        {
            json.WriteString("feature", feature.Feature);
            json.WriteString("meaning", feature.Meaning);
            if (double.IsNaN(feature.Value))
            {
                json.WriteNull("value");
            }
            else
            {
                json.WriteNumber("value", feature.Value);
            }

            json.WriteNumber("contribution", feature.Contribution);
        });
        json.WriteEndObject();
    });

    private static string Signed(double value) => value.ToString("+0.0000;-0.0000;0.0000", CultureInfo.InvariantCulture);

    private static string Bar(double contribution, double most)
    {
        var cells = most > 0 ? (int)Math.Round(Math.Abs(contribution) / most * BarCells) : 0;
        return new string(contribution < 0 ? '░' : '█', cells);
    }
}
