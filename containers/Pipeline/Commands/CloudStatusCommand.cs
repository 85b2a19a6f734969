using System.CommandLine;
using Recommender.Pipeline.Console;

namespace Recommender.Pipeline.Commands;

/// <summary><c>recommender cloud status</c>: the last runs of the pipeline, or the jobs of one.</summary>
internal sealed class CloudStatusCommand : CloudStackCommand
{
    private const int StandardLast = 10;
    private const int MostLast = 100;

    private readonly Argument<string?> _run = new("RUN") { Description = "A run's id, to see its jobs", Arity = ArgumentArity.ZeroOrOne };
    private readonly Option<int?> _last = Numbers.Between("--last", 1, MostLast, StandardLast, "How many runs to list");
    private readonly Option<bool> _json = JsonOption();

    public CloudStatusCommand()
        : base("status", "Lists the last runs of a stack's pipeline: how they ended, how long they took, what failed and why. With a run's id, the jobs of that run.")
    {
        Add(_run);
        Add(_last);
        Add(_json);
    }

    /// <inheritdoc/>
    public override IReadOnlyList<Example> Examples { get; } =
    [
        new("how did the last runs end?", "recommender cloud status --stack uat"),
        new("the jobs of one run", "recommender cloud status 20261122T054500000Z --stack uat"),
    ];

    /// <inheritdoc/>
    protected override void Require(ParseResult parsed)
    {
    }

    /// <inheritdoc/>
    protected override async Task<int> RunAsync(CloudSession session, CancellationToken cancellationToken)
    {
        var json = session.Parsed.GetValue(_json);
        if (session.Parsed.GetValue(_run) is { } run)
        {
            var view = await session.Executions.ViewAsync(run, cancellationToken).ConfigureAwait(false);
            if (json)
            {
                CloudReport.WriteJson(session, view);
            }
            else
            {
                CloudReport.WriteText(session, view);
            }

            return ExitCodes.Fine;
        }

        var latest = await session.Executions.LatestAsync(session.Parsed.GetValue(_last)!.Value, cancellationToken).ConfigureAwait(false);
        if (json)
        {
            CloudReport.WriteJson(session, latest);
        }
        else
        {
            CloudReport.WriteText(session, latest);
        }

        return ExitCodes.Fine;
    }
}
