using System.CommandLine;
using Recommender.Lake.Models;
using Recommender.Pipeline.Console;
using Recommender.Pipeline.Running;

namespace Recommender.Pipeline.Commands;

/// <summary><c>recommender run</c>: builds what is not up to date.</summary>
internal sealed class RunCommand : ProgramCommand
{
    private readonly Option<string?> _source = SourceOption();
    private readonly Option<DayRange?> _days = DaysOption();
    private readonly RunOptions _part = new();
    private readonly Option<bool> _json = JsonOption();

    public RunCommand()
        : base("run", "Loads a delivery and builds every table that is not up to date. What is done stays done: after a stop or a crash, the same command goes on.")
    {
        Add(_source);
        Add(_days);
        foreach (var option in _part.All)
        {
            Add(option);
        }

        Add(_json);
    }

    /// <inheritdoc/>
    public override IReadOnlyList<Example> Examples { get; } =
    [
        new("load a delivery and build everything", "recommender run --source deliveries/monday"),
        new("the same on AWS", "recommender run --source s3://recommender-uat-raw-123456789012/deliveries/ --lake s3://recommender-uat"),
        new("build what has changed since", "recommender run"),
        new("for a script", "recommender run --source deliveries/monday --json --no-progress"),
        new("build one table from what is in the lake", "recommender run --only clean.orders --run-id nightly-7"),
        new("compute recommendations in two processes, then publish them", "recommender run --only published.recommendations --shard 0/2\n  recommender run --only published.recommendations --shard 1/2\n  recommender run --only published.recommendations --commit-shards 2"),
    ];

    /// <summary>The option that names a delivery.</summary>
    public static Option<string?> SourceOption() => new("--source")
    {
        Description = "Folder of a delivery, here or on S3 (s3://BUCKET/FOLDER/): aisles, departments, products, orders, order_products__prior and order_products__train as .csv or .csv.gz; not needed once the lake has one",
        HelpName = "DIR",
    };

    /// <summary>The option that names days to build again.</summary>
    public static Option<DayRange?> DaysOption() => new("--days")
    {
        Description = "Days that tables by day build again, changed or not, such as 2011-01-04..2011-01-09",
        HelpName = "A..B",
        CustomParser = ArgumentParsers.Parsed(DayRange.Parse),
    };

    /// <summary>Makes sure that arguments that can each be read fit together, before anything is done.</summary>
    /// <exception cref="Lake.Errors.CallerException">They do not; all faults are listed.</exception>
    internal void RequireParts(ParseResult parsed) => _part.Selection(parsed).Require(parsed.GetValue(_source), parsed.GetValue(_days));

    /// <inheritdoc/>
    public override async Task<int> RunAsync(ParseResult parsed, Terminal terminal, CancellationToken cancellationToken)
    {
        var job = new PipelineJob(parsed, terminal)
        {
            Source = parsed.GetValue(_source),
            Days = parsed.GetValue(_days),
            RunId = parsed.GetValue(_part.Id),
            Selection = _part.Selection(parsed),
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
