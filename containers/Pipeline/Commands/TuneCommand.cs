using System.CommandLine;
using Recommender.Lake.Tables;
using Recommender.Pipeline.Console;
using Recommender.Pipeline.Graph;
using Recommender.Pipeline.Models;
using Recommender.Pipeline.Running;
using Recommender.Ranking.Steps;
using Recommender.Ranking.Tuning;

namespace Recommender.Pipeline.Commands;

/// <summary><c>recommender tune</c>: looks for better settings of training.</summary>
internal sealed class TuneCommand : ProgramCommand
{
    /// <summary>The default of <c>--trials</c>: 27 settings.</summary>
    public const int DefaultTrials = 27;

    /// <summary>The default of <c>--seed</c>: 1.</summary>
    public const int DefaultSeed = 1;

    private readonly Option<int?> _trials = Numbers.Between("--trials", 1, 10_000, DefaultTrials, "How many settings to try, the defaults among them; the better third of them goes on to each more thorough rung");

    private readonly Option<TimeSpan?> _budget = new("--budget")
    {
        Description = "Begin no trial after this time, such as 10m, 90s or 1h; the same command goes on later [default: until all is tried]",
        HelpName = "TIME",
        CustomParser = ArgumentParsers.Duration("--budget", TimeSpan.FromDays(7)),
    };

    private readonly Option<int?> _seed = Numbers.Between("--seed", 0, int.MaxValue, DefaultSeed, "Another seed tries other settings");
    private readonly Option<bool> _json = JsonOption();

    public TuneCommand()
        : base("tune", "Looks for better settings by successive halving, on users that models are fitted on, never on test users. Every trial is a row of ml.tuning_runs, published as it goes: stopped or killed, the same command goes on where it was. 'train' uses the best.")
    {
        Add(_trials);
        Add(_budget);
        Add(_seed);
        Add(_json);
    }

    /// <inheritdoc/>
    public override IReadOnlyList<Example> Examples { get; } =
    [
        new("look for ten minutes, then train with what was found", "recommender tune --budget 10m\n  recommender train"),
        new("try a hundred settings", "recommender tune --trials 100"),
        new("what was tried?", "recommender query \"select * from ml.tuning_runs order by rung desc, score desc\""),
    ];

    /// <inheritdoc/>
    public override async Task<int> RunAsync(ParseResult parsed, Terminal terminal, CancellationToken cancellationToken)
    {
        var session = new TuningSession(parsed.GetValue(_trials)!.Value, parsed.GetValue(_budget), parsed.GetValue(_seed)!.Value);
        var (table, learning) = (LearningTables.TuningRuns.Name, new LearningRequest { Tuning = session });

        // Others may write what was read while it tunes, maybe for hours: only the first job has the locks of its inputs.
        PipelineJob[] jobs =
        [
            new(parsed, terminal) { Needed = table, Without = table, Learning = learning },
            new(parsed, terminal) { Selection = new RunSelection { Only = new HashSet<TableName> { table } }, Learning = learning },
        ];
        foreach (var job in jobs)
        {
            var outcome = await job.RunAsync(cancellationToken).ConfigureAwait(false);
            if (outcome.Steps.FirstOrDefault(step => step.State == StepState.Failed) is { } failed)
            {
                return Faults.Report(failed.Error!, terminal, parsed.GetValue(GlobalOptions.Verbose));
            }
        }

        var text = new StudyText(session, Read(parsed, terminal, session.Study, cancellationToken));
        if (parsed.GetValue(_json))
        {
            text.WriteJson(terminal.Out);
        }
        else
        {
            text.Write(terminal, GlobalOptions.LakeHint(parsed));
        }

        return ExitCodes.Fine;
    }

    private static IReadOnlyList<TrialRecord> Read(ParseResult parsed, Terminal terminal, string study, CancellationToken cancellationToken)
    {
        using var lake = OpenLake.Read(parsed, terminal, [LearningTables.TuningRuns], cancellationToken);
        using var connection = lake.Engine.Connect();
        return [.. TrialTable.Read(connection, cancellationToken).Where(record => record.Study == study)];
    }
}
