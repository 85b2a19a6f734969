using System.CommandLine;
using Recommender.Pipeline.Console;
using Recommender.Pipeline.Graph;
using Recommender.Pipeline.Running;
using Recommender.Ranking.Steps;

namespace Recommender.Pipeline.Commands;

/// <summary><c>recommender train</c>: trains a model and decides whether lists come from it.</summary>
internal sealed class TrainCommand : ProgramCommand
{
    private readonly Option<bool> _promote = new("--promote")
    {
        Description = "Make the newest challenger champion, whatever the comparison on the test users said",
    };

    private readonly Option<long?> _seed = new("--seed")
    {
        Description = "Train anew with this seed, though nothing may have changed [default: 1, and only where something has changed]",
        HelpName = "N",
        CustomParser = result => Numbers.Whole("--seed", "a whole number")(result),
    };

    private readonly Option<bool> _json = JsonOption();

    public TrainCommand()
        : base("train", "Trains a model on what is in the lake (building what that needs) and compares it with the champion on the same test users. It becomes champion unless it is worse beyond noise; the next run makes lists from it.")
    {
        Add(_promote);
        Add(_seed);
        Add(_json);
    }

    /// <inheritdoc/>
    public override IReadOnlyList<Example> Examples { get; } =
    [
        new("train where something has changed", "recommender train"),
        new("another model from the same data", "recommender train --seed 2"),
        new("take the challenger all the same, then make lists from it", "recommender train --promote\n  recommender run"),
    ];

    /// <inheritdoc/>
    public override async Task<int> RunAsync(ParseResult parsed, Terminal terminal, CancellationToken cancellationToken)
    {
        var job = new PipelineJob(parsed, terminal)
        {
            Needed = LearningTables.Models.Name,
            Learning = new LearningRequest { Training = new TrainingRequest(parsed.GetValue(_seed), parsed.GetValue(_promote)) },
        };
        var outcome = await job.RunAsync(cancellationToken).ConfigureAwait(false);
        if (parsed.GetValue(_json))
        {
            RunReport.WriteJson(terminal.Out, outcome);
        }
        else
        {
            RunReport.WriteText(terminal, outcome, GlobalOptions.LakeHint(parsed));
        }

        var failed = outcome.Steps.FirstOrDefault(step => step.State == StepState.Failed);
        return failed is null ? ExitCodes.Fine : Faults.Report(failed.Error!, terminal, parsed.GetValue(GlobalOptions.Verbose));
    }
}
