using System.CommandLine;
using Recommender.Lake.Models;
using Recommender.Lake.Planning;
using Recommender.Pipeline.Console;
using Recommender.Pipeline.Graph;
using Recommender.Pipeline.Lakes;

namespace Recommender.Pipeline.Commands;

/// <summary><c>recommender plan</c>: what a run would do.</summary>
internal sealed class PlanCommand : ProgramCommand
{
    private readonly Option<string?> _source = RunCommand.SourceOption();
    private readonly Option<DayRange?> _days = RunCommand.DaysOption();
    private readonly Option<bool> _json = JsonOption();

    public PlanCommand()
        : base("plan", "Shows what 'run' would build, and why. Only reads; works while another process writes.")
    {
        Add(_source);
        Add(_days);
        Add(_json);
    }

    /// <inheritdoc/>
    public override IReadOnlyList<Example> Examples { get; } =
    [
        new("what would this delivery change?", "recommender plan --source deliveries/tuesday"),
        new("is everything up to date?", "recommender plan"),
    ];

    /// <inheritdoc/>
    public override Task<int> RunAsync(ParseResult parsed, Terminal terminal, CancellationToken cancellationToken)
    {
        using var place = LakePlaces.Open(parsed, terminal, cancellationToken);
        using var source = OpenDelivery.Of(parsed.GetValue(_source), null, terminal, cancellationToken);
        var graph = GroceryPipeline.Build(source?.Delivery, GlobalOptions.ThreadsOf(parsed), terminal.Clock, cancellationToken);
        graph.RequireInputs(place.Store, cancellationToken: cancellationToken);
        graph.RequireDays(parsed.GetValue(_days));
        var plans = new Planner(place.Store, parsed.GetValue(_days)).PlanAll(graph.Steps, cancellationToken);
        if (parsed.GetValue(_json))
        {
            WriteJson(terminal.Out, plans);
        }
        else
        {
            WriteText(terminal, plans);
        }

        return Task.FromResult(ExitCodes.Fine);
    }

    private static void WriteText(Terminal terminal, IReadOnlyList<StepPlan> plans)
    {
        var table = new TextTable(new TableColumn("step"), new TableColumn("action"), new TableColumn("reason", Least: 20));
        foreach (var plan in plans)
        {
            table.Add(plan.Step.Table.Name.ToString(), ActionText(plan), plan.Reason);
        }

        table.Write(terminal.Out, terminal.Width);
        var build = plans.Count(plan => plan.Action == PlanAction.Build);
        terminal.Out.WriteLine();
        terminal.Out.WriteLine(build == 0 ? "nothing would be built: every table is up to date" : $"{build} of {plans.Count} tables would be built");
    }

    private static void WriteJson(TextWriter output, IReadOnlyList<StepPlan> plans) => JsonText.Write(output, json =>
    {
        json.WriteStartObject();
        json.WriteNumber("build", plans.Count(plan => plan.Action == PlanAction.Build));
        json.Array("steps", plans, plan =>
        {
            json.WriteString("name", plan.Step.Table.Name.ToString());
            json.WriteString("action", ActionText(plan));
            json.WriteString("reason", plan.Reason);
        });
        json.WriteEndObject();
    });

    private static string ActionText(StepPlan plan) => plan.Action switch
    {
        PlanAction.Build => "build",
        PlanAction.Hold => "hold",
        _ => "skip",
    };
}
