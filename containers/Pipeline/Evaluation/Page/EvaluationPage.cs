using System.Globalization;
using System.Xml.Linq;
using Recommender.Pipeline.Console;
using Recommender.Ranking.Evaluation;
using static Recommender.Pipeline.Evaluation.Page.Markup;

namespace Recommender.Pipeline.Evaluation.Page;

/// <summary>The evaluation as a page: self-contained, without a script, each figure with a sentence on how to read it and its numbers as a table.</summary>
internal static class EvaluationPage
{
    private const string Dots = "Each dot is a mean over the test users, its bar the 95 % interval. ▼ and ▲ mark those below and above the published ranker beyond noise.";

    /// <summary>The page's root element.</summary>
    /// <param name="view">The metrics.</param>
    /// <param name="calibration">The calibration curves.</param>
    /// <param name="lake">Where they are from.</param>
    /// <param name="now">When the page is made.</param>
    public static XElement Of(EvaluationView view, IReadOnlyList<CalibrationRow> calibration, string lake, DateTimeOffset now)
    {
        var made = $"{lake}, {now.ToString("yyyy-MM-dd HH:mm", CultureInfo.InvariantCulture)} UTC";
        var main = Tag("main", null, Tag("h1", null, "Recommendation quality"));
        if (view.Rankers.Count == 0)
        {
            main.Add(Tag("p", "lead", $"Nothing could be measured: no test user's last basket is known ({made})."));
        }
        else
        {
            main.Add(
                Tag("p", "lead", $"How well the published ranker, {view.Rankers[0]}, and its rivals predict the known last baskets of {HumanText.Of(view.Users, "test user")} that no ranker has seen ({made})."),
                PageTiles.Of(view), Hits(view), Curve(view), Segments(view), Reorders(view, calibration), Qualities(view), Terms(view));
        }

        return new XElement(
            "html", Attributes(("lang", "en")),
            Tag(
                "head", null, Mark("meta", ("charset", "utf-8")), Mark("meta", ("name", "viewport"), ("content", "width=device-width, initial-scale=1")),
                Tag("title", null, "Recommendation quality"), Tag("style", null, PageStyle.Css)),
            Tag("body", null, main));
    }

    private static XElement Hits(EvaluationView view)
    {
        var k = view.Cutoffs[0];
        return Section(
            "How much of the next basket the lists find", Dots, "figures",
            Figure.OfMetric($"Recall@{k}", $"The share of the next basket that is among the first {k} recommendations; further right is better.", view.Rankers, model => view.Find(model, EvaluationMetrics.Recall, k)),
            Figure.OfMetric($"NDCG@{k}", "As recall, but a hit counts more the nearer it is to the top; further right is better.", view.Rankers, model => view.Find(model, EvaluationMetrics.Ndcg, k)),
            Figure.OfMetric($"Bought before, recall@{k}", "Only the products of the basket that the user had bought before.", view.Rankers, model => view.Find(model, EvaluationMetrics.RepeatRecall, k)),
            Figure.OfMetric($"New to the user, recall@{k}", "Only the products that the user had never bought: the hardest to guess.", view.Rankers, model => view.Find(model, EvaluationMetrics.ExploreRecall, k)));
    }

    private static XElement Curve(EvaluationView view)
    {
        var most = view.Whole(EvaluationMetrics.Recall).Max(row => row.Value);
        var plot = new LinePlot(Axis.Over(0, view.Curve[^1]), Axis.Over(0, most), "products in the list (k)", "recall@k");
        // The published ranker's line last: on top of the others.
        foreach (var (model, index) in view.Rankers.Select((model, index) => (model, index)).Reverse())
        {
            plot.Line(Legend.Style(index), [.. view.Curve.Select(k => view.Find(model, EvaluationMetrics.Recall, k)).OfType<MetricRow>().Select(row => ((double)row.K, row.Value))]);
        }

        return Section(
            "What longer lists add", "", "figures",
            Figure.Of(
                "Recall by the length of the list", "Each line rises as more products are shown; the higher at the left, the sooner a ranker comes to the point.",
                plot.Element($"Recall by the length of the list, for {string.Join(", ", view.Rankers)}"), Legend.Of(view.Rankers),
                NumberTable.OfMetrics("Recall by the length of the list", view.Rankers, [.. view.Curve.Select(k => ($"@{k}", (Func<string, MetricRow?>)(model => view.Find(model, EvaluationMetrics.Recall, k))))])));
    }

    private static XElement Segments(EvaluationView view)
    {
        var k = view.Cutoffs[0];
        return Section(
            "New, light and heavy users", "The same recall for users of whom more or less is known: a ranker that lives on histories is weakest for new users.", "figures three",
            [.. view.Segments.Select(segment => Figure.OfMetric(
                $"Recall@{k}, {segment.Name} users", $"{HumanText.Of(view.Find(view.Rankers[0], EvaluationMetrics.Recall, k, segment.Name)?.Users ?? 0, "test user")} with {segment.Description}.",
                view.Rankers, model => view.Find(model, EvaluationMetrics.Recall, k, segment.Name)))]);
    }

    private static XElement? Reorders(EvaluationView view, IReadOnlyList<CalibrationRow> calibration) => view.Scorers.Count == 0 ? null : Section(
        "Which products of the history are bought again", "The same models as judges of one question: will this user buy this product again in the next basket?", "figures",
        Tag("div", "stack", Scores(view)), calibration.Count > 0 ? CalibrationFigure.Of(calibration, view.Scorers) : null);

    private static XElement?[] Scores(EvaluationView view) =>
    [
        Figure.OfMetric("Area under the ROC curve", "The chance that a product that is bought again is put above one that is not; 0.5, at the left, is guessing, 1 is perfect.", view.Scorers, model => view.Find(model, EvaluationMetrics.Auc), least: 0.5),
        Figure.OfMetric("F1 of the predicted basket", "How well the basket of greatest expected F1 meets what was bought again; \"None\" counts as an item (Kaggle's definition).", view.Scorers, model => view.Find(model, EvaluationMetrics.F1)),
        Figure.OfMetric("Log loss", "The price of wrong or timid probabilities; further left is better.", view.Scorers, model => view.Find(model, EvaluationMetrics.LogLoss)),
        Figure.OfMetric("Within reach", "The share of the next basket that is among the products that are scored at all: no order of them can find more.", view.Scorers, model => view.Find(model, EvaluationMetrics.CandidateRecall)),
    ];

    private static XElement Qualities(EvaluationView view)
    {
        var k = view.Cutoffs[0];
        XElement? One(string title, string reading, string metric) => Figure.OfMetric(title, reading, view.Rankers, model => view.Find(model, metric, k));
        return Section(
            "What the lists are like", $"Of the first {k} recommendations, whether they hit or not. None of these is good or bad alone: a shop wants accurate lists that are not the same few products for everyone.", "figures three",
            One("Coverage", "The share of the catalogue that is recommended to anyone; further right, more products get a chance.", EvaluationMetrics.Coverage),
            One("Concentration", "Gini's coefficient of how often products are recommended: 0 is all alike, 1 a few products always.", EvaluationMetrics.Gini),
            One("Novelty", "How surprising the recommended products are, in bits: one bit more is half as popular.", EvaluationMetrics.Novelty),
            One("Diversity", "The share of the pairs within a list that are from different aisles.", EvaluationMetrics.Diversity),
            One("Popularity bias", "How popular recommended products are beside what the user buys: 1 is alike, more is drawn to what sells most.", EvaluationMetrics.PopularityBias));
    }

    private static XElement Terms(EvaluationView view) => Tag(
        "section", null,
        Tag("h2", null, "Terms"),
        Tag(
            "dl", null,
            [.. EvaluationMetrics.All.Where(metric => view.Whole(metric.Name).Any()).SelectMany(metric => new[] { Tag("dt", null, metric.Name), Tag("dd", null, metric.Description) }),
             Tag("dt", null, "interval"), Tag("dd", null, "where 95 % of 1,000 values lie that come from drawing as many test users anew, with replacement; none is given for fewer than 10 users"),
             Tag("dt", null, "beyond noise"), Tag("dd", null, "the interval of the difference from the published ranker, over the same draws, leaves out 0"),
             .. UserSegment.Segments.SelectMany(segment => new[] { Tag("dt", null, $"{segment.Name} users"), Tag("dd", null, segment.Description) })]));

    private static XElement Section(string title, string reading, string grid, params XElement?[] figures) => Tag(
        "section", null, Tag("h2", null, title), reading.Length == 0 ? null : Tag("p", null, reading), Tag("div", grid, [.. figures]));
}
