using System.CommandLine;
using Recommender.Lake.Errors;
using Recommender.Pipeline.Console;

namespace Recommender.Pipeline.Commands;

/// <summary><c>recommender cloud run</c>: runs one table's job, or the whole pipeline, as the stack runs them.</summary>
internal sealed class CloudRunCommand : CloudStackCommand
{
    private const string All = "all";

    private readonly Argument<string> _what = new("TABLE|all") { Description = "A table as ZONE.TABLE, such as clean.orders, or all for the whole pipeline" };
    private readonly Option<string?> _source = new("--source")
    {
        Description = "A delivery on S3, for all or for a raw table [default: where the stack's deliveries arrive]",
        HelpName = "s3://BUCKET/PREFIX",
    };

    private readonly Option<string?> _id = new("--run-id")
    {
        Description = "Id of the run. Given again, it starts nothing twice: it finds what the run of that id started, and follows it [default: the time]",
        HelpName = "ID",
        CustomParser = ArgumentParsers.Parsed(RunId.Parse),
    };

    private readonly Option<bool> _json = JsonOption();

    public CloudRunCommand()
        : base("run", "Runs a table's job on AWS with the very arguments that the stack's pipeline gives it, follows it and shows what it writes; or runs the whole pipeline. Ctrl-C ends the following, not the work.")
    {
        Add(_what);
        Add(_source);
        Add(_id);
        Add(_json);
    }

    /// <inheritdoc/>
    public override IReadOnlyList<Example> Examples { get; } =
    [
        new("build one table from what is in the lake", "recommender cloud run clean.orders --stack uat"),
        new("load one table of a delivery", "recommender cloud run raw.orders --stack uat --source s3://recommender-uat-raw/deliveries/monday"),
        new("run the whole pipeline on the standing delivery", "recommender cloud run all --stack uat"),
        new("for a script: safe to repeat", "recommender cloud run all --stack uat --run-id monday --json --no-progress"),
    ];

    /// <inheritdoc/>
    protected override void Require(ParseResult parsed)
    {
        var what = parsed.GetValue(_what)!;
        if (what != All)
        {
            TableArgument.Find(what);
        }

        if (parsed.GetValue(_source) is { } source && !source.StartsWith("s3://", StringComparison.Ordinal))
        {
            throw new CallerException($"--source {source}: tasks read deliveries from S3; write s3://BUCKET/PREFIX (upload a folder with 'aws s3 cp --recursive')");
        }
    }

    /// <inheritdoc/>
    protected override async Task<int> RunAsync(CloudSession session, CancellationToken cancellationToken)
    {
        var what = session.Parsed.GetValue(_what)!;
        var run = session.Parsed.GetValue(_id) ?? RunId.Of(session.Terminal.Clock.GetUtcNow());
        var (source, json) = (session.Parsed.GetValue(_source), session.Parsed.GetValue(_json));
        return what == All
            ? await new CloudPipelineJob(session, run, source, json).RunAsync(cancellationToken).ConfigureAwait(false)
            : await new CloudTableJob(session, TableArgument.Find(what).Name, run, source, json).RunAsync(cancellationToken).ConfigureAwait(false);
    }
}
