using System.CommandLine;
using Recommender.Lake.Planning;
using Recommender.Lake.Snapshots;
using Recommender.Pipeline.Console;
using Recommender.Pipeline.Evaluation;
using Recommender.Pipeline.Graph;
using Recommender.Pipeline.Lakes;
using Recommender.Pipeline.Running;
using Recommender.Ranking.Steps;

namespace Recommender.Pipeline.Commands;

/// <summary><c>recommender evaluate</c>: how good the rankers are.</summary>
internal sealed class EvaluateCommand : ProgramCommand
{
    private readonly Option<bool> _json = JsonOption();

    public EvaluateCommand()
        : base("evaluate", "Measures every ranker on the known last baskets of the test users. Reads the evaluation where it is up to date, else computes it (and what it needs).") => Add(_json);

    /// <inheritdoc/>
    public override IReadOnlyList<Example> Examples { get; } =
    [
        new("how good are the recommendations?", "recommender evaluate"),
        new("for a script", "recommender evaluate --json"),
    ];

    /// <inheritdoc/>
    public override async Task<int> RunAsync(ParseResult parsed, Terminal terminal, CancellationToken cancellationToken)
    {
        using var place = OpenLake.Existing(parsed, terminal, cancellationToken);
        var graph = GroceryPipeline.Build(null, GlobalOptions.ThreadsOf(parsed), terminal.Clock, cancellationToken).Needed(RankingTables.Evaluation.Name);
        graph.RequireInputs(place.Store, cancellationToken: cancellationToken);
        var plans = new Planner(place.Store).PlanAll(graph.Steps, cancellationToken);
        if (plans.All(plan => plan.Action != PlanAction.Build))
        {
            // Before the rows, whose reader takes the lake over.
            var snapshot = place.Store.Current(RankingTables.Evaluation.Name, cancellationToken)!.Snapshot;
            return Show(parsed, terminal, Read(place, parsed, cancellationToken), $"read from ml.evaluation, snapshot {snapshot}, which is up to date");
        }

        var outcome = await new PipelineJob(parsed, terminal) { Needed = RankingTables.Evaluation.Name }.RunAsync(cancellationToken).ConfigureAwait(false);
        var failed = outcome.Steps.FirstOrDefault(step => step.State == StepState.Failed);
        return failed is null
            ? Show(parsed, terminal, outcome.Metrics, $"computed by run {outcome.Run}")
            : Faults.Report(failed.Error!, terminal, parsed.GetValue(GlobalOptions.Verbose));
    }

    private static IReadOnlyList<MetricRow> Read(ILakePlace place, ParseResult parsed, CancellationToken cancellationToken)
    {
        using var lake = OpenLake.Over(place, parsed, [RankingTables.Evaluation], cancellationToken);
        using var connection = lake.Engine.Connect();
        return EvaluationTable.Read(lake.Store, connection, cancellationToken);
    }

    private int Show(ParseResult parsed, Terminal terminal, IReadOnlyList<MetricRow> rows, string origin)
    {
        terminal.Error.WriteLine(origin);
        if (rows.Count == 0)
        {
            terminal.Error.WriteLine("nothing could be measured: the delivery knows no last basket (order_products__train) of a test user");
        }

        if (parsed.GetValue(_json))
        {
            JsonText.Write(terminal.Out, json =>
            {
                json.WriteStartObject();
                EvaluationTable.WriteJson(json, rows);
                json.WriteEndObject();
            });
        }
        else
        {
            EvaluationTable.Write(terminal, rows);
        }

        return ExitCodes.Fine;
    }
}
