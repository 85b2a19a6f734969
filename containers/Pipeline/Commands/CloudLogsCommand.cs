using System.CommandLine;
using Recommender.Lake.Errors;
using Recommender.Pipeline.Cloud.Tasks;
using Recommender.Pipeline.Console;

namespace Recommender.Pipeline.Commands;

/// <summary><c>recommender cloud logs</c>: what a table's job wrote.</summary>
internal sealed class CloudLogsCommand : CloudStackCommand
{
    private const int StandardLines = 100;
    private const int MostLines = 10_000;

    private readonly Argument<string> _table = TableArgument.Create();
    private readonly Option<string?> _execution = new("--execution") { Description = "A run of the pipeline [default: the newest run of the table]", HelpName = "RUN" };
    private readonly Option<string?> _task = new("--task") { Description = "A task of the table, as 'cloud run' and 'cloud status' show it", HelpName = "ID" };
    private readonly Option<bool> _follow = new("--follow") { Description = "Go on until the job ends" };
    private readonly Option<int?> _lines = Numbers.Between("--lines", 1, MostLines, StandardLines, "The last lines of each task");

    public CloudLogsCommand()
        : base("logs", "Shows what a table's job on AWS wrote: its last lines, and with --follow those to come.")
    {
        Add(_table);
        Add(_execution);
        Add(_task);
        Add(_follow);
        Add(_lines);
    }

    /// <inheritdoc/>
    public override IReadOnlyList<Example> Examples { get; } =
    [
        new("the newest run of a table", "recommender cloud logs clean.orders --stack uat"),
        new("why did it fail that day?", "recommender cloud logs clean.orders --stack uat --execution 20261122T054500000Z --lines 500"),
        new("watch what is running", "recommender cloud logs published.recommendations --stack uat --follow"),
    ];

    /// <inheritdoc/>
    protected override void Require(ParseResult parsed)
    {
        TableArgument.Find(parsed.GetValue(_table)!);
        if (parsed.GetValue(_execution) is not null && parsed.GetValue(_task) is not null)
        {
            throw new CallerException("--execution and --task name different things: leave out one");
        }
    }

    /// <inheritdoc/>
    protected override async Task<int> RunAsync(CloudSession session, CancellationToken cancellationToken)
    {
        var table = TableArgument.Find(session.Parsed.GetValue(_table)!).Name.ToString();
        var search = new TaskSearch(session.Clients, session.Machine, session.Executions);
        var tasks = (session.Parsed.GetValue(_task), session.Parsed.GetValue(_execution)) switch
        {
            ({ } task, _) => [search.ById(table, task)],
            (_, { } run) => await search.OfRunAsync(table, run, cancellationToken).ConfigureAwait(false),
            _ => await search.NewestAsync(table, cancellationToken).ConfigureAwait(false),
        };
        var reporter = new TaskReporter(session.Terminal, quiet: true, linesToError: false, labelled: tasks.Count > 1);
        var reader = new LogReader(session.Clients, session.Terminal.Clock, reporter);
        var told = await reader.ReadAsync(tasks, session.Parsed.GetValue(_lines)!.Value, session.Parsed.GetValue(_follow), cancellationToken).ConfigureAwait(false);
        if (!told)
        {
            await session.Terminal.Error.WriteLineAsync($"{string.Join(", ", tasks.Select(task => $"{task.Label} (task {task.Id})"))}: no lines").ConfigureAwait(false);
        }

        return ExitCodes.Fine;
    }
}
