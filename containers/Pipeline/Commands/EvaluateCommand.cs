using System.CommandLine;
using Recommender.Lake.Planning;
using Recommender.Lake.Tables;
using Recommender.Pipeline.Console;
using Recommender.Pipeline.Evaluation;
using Recommender.Pipeline.Evaluation.Page;
using Recommender.Pipeline.Graph;
using Recommender.Pipeline.Running;
using Recommender.Ranking.Steps;

namespace Recommender.Pipeline.Commands;

/// <summary><c>recommender evaluate</c>: how good the rankers are.</summary>
internal sealed class EvaluateCommand : ProgramCommand
{
    private readonly Option<bool> _json = JsonOption();
    private readonly Option<string?> _html = new("--html") { Description = "Write a page with figures to this file, which is replaced", HelpName = "FILE" };

    public EvaluateCommand()
        : base("evaluate", "Measures every ranker on the known last baskets of the test users. Reads the evaluation where it is up to date, else computes it (and what it needs).")
    {
        Add(_json);
        Add(_html);
    }

    /// <inheritdoc/>
    public override IReadOnlyList<Example> Examples { get; } =
    [
        new("how good are the recommendations?", "recommender evaluate"),
        new("as a page to look at and to send on", "recommender evaluate --html quality.html"),
        new("for a script", "recommender evaluate --json"),
    ];

    /// <inheritdoc/>
    public override async Task<int> RunAsync(ParseResult parsed, Terminal terminal, CancellationToken cancellationToken)
    {
        var html = parsed.GetValue(_html) is { } file ? PageFile.Require(file) : null;
        using var place = OpenLake.Existing(parsed, terminal, cancellationToken);
        var graph = GroceryPipeline.Build(null, GlobalOptions.ThreadsOf(parsed), terminal.Clock, cancellationToken).Needed(RankingTables.Evaluation.Name, RankingTables.Calibration.Name);
        graph.RequireInputs(place.Store, cancellationToken: cancellationToken);
        var plans = new Planner(place.Store).PlanAll(graph.Steps, cancellationToken);
        if (plans.All(plan => plan.Action != PlanAction.Build))
        {
            // Before the rows, whose reader takes the lake over.
            var snapshot = place.Store.Current(RankingTables.Evaluation.Name, cancellationToken)!.Snapshot;
            using var read = OpenLake.Over(place, parsed, Shown, cancellationToken);
            return Show(parsed, terminal, read, html, $"read from ml.evaluation, snapshot {snapshot}, which is up to date", cancellationToken);
        }

        var job = new PipelineJob(parsed, terminal) { Needed = RankingTables.Evaluation.Name, NeededToo = [RankingTables.Calibration.Name] };
        var outcome = await job.RunAsync(cancellationToken).ConfigureAwait(false);
        if (outcome.Steps.FirstOrDefault(step => step.State == StepState.Failed) is { } failed)
        {
            return Faults.Report(failed.Error!, terminal, parsed.GetValue(GlobalOptions.Verbose));
        }

        using var built = OpenLake.Read(parsed, terminal, Shown, cancellationToken);
        return Show(parsed, terminal, built, html, $"computed by run {outcome.Run}", cancellationToken);
    }

    private static IReadOnlyList<TableDeclaration> Shown { get; } = [RankingTables.Evaluation, RankingTables.Calibration];

    private int Show(ParseResult parsed, Terminal terminal, OpenLake lake, string? html, string origin, CancellationToken cancellationToken)
    {
        using var connection = lake.Engine.Connect();
        var rows = EvaluationReader.Metrics(lake.Store, connection, cancellationToken);
        var calibration = EvaluationReader.Calibration(lake.Store, connection, cancellationToken);
        terminal.Error.WriteLine(origin);
        if (rows.Count == 0)
        {
            terminal.Error.WriteLine("nothing could be measured: the delivery knows no last basket (order_products__train) of a test user");
        }

        if (html is not null)
        {
            PageFile.Write(html, EvaluationPage.Of(new EvaluationView(rows), calibration, lake.Store.Storage.Name, terminal.Clock.GetUtcNow()));
            terminal.Error.WriteLine($"figures in {html}");
        }

        if (parsed.GetValue(_json))
        {
            JsonText.Write(terminal.Out, json =>
            {
                json.WriteStartObject();
                EvaluationJson.WriteSummary(json, rows);
                EvaluationJson.WriteRows(json, rows, calibration);
                json.WriteEndObject();
            });
        }
        else
        {
            EvaluationTable.WriteAll(terminal, rows);
        }

        return ExitCodes.Fine;
    }
}
