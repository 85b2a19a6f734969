using System.CommandLine;
using Recommender.Pipeline.Console;
using Recommender.Pipeline.Demonstration;
using Recommender.Pipeline.Evaluation;
using Recommender.Pipeline.Graph;
using Recommender.Pipeline.Running;

namespace Recommender.Pipeline.Commands;

/// <summary><c>recommender demo</c>: the whole product on generated data.</summary>
internal sealed class DemoCommand : ProgramCommand
{
    /// <summary>The default of <c>--users</c>: 2,000, which takes some ten seconds on two cores.</summary>
    public const int DefaultUsers = 2_000;

    private readonly Option<int?> _users = Numbers.Between("--users", 50, 5_000_000, DefaultUsers, "Shoppers to make up, 50 to 5,000,000");

    public DemoCommand()
        : base("demo", "Shows the whole product on made-up data: generates a delivery, runs the pipeline, measures it, and shows a shopper's recommendations. A second time it goes on from what is there.") => Add(_users);

    /// <inheritdoc/>
    public override IReadOnlyList<Example> Examples { get; } =
    [
        new("see it work", "recommender demo"),
        new("with more shoppers, in a folder of its own", "recommender demo --users 20000 --lake demo-lake"),
    ];

    /// <inheritdoc/>
    public override async Task<int> RunAsync(ParseResult parsed, Terminal terminal, CancellationToken cancellationToken)
    {
        var delivery = new DemoDelivery(GlobalOptions.FolderOf(parsed), parsed.GetValue(_users)!.Value);
        delivery.RequireOwnLake(cancellationToken);
        if (!delivery.Exists)
        {
            await GenerationJob.RunAsync(delivery.Options(GlobalOptions.ThreadsOf(parsed)), delivery.Folder, terminal, parsed.GetValue(GlobalOptions.NoProgress), cancellationToken).ConfigureAwait(false);
        }

        var outcome = await new PipelineJob(parsed, terminal) { Source = delivery.Folder }.RunAsync(cancellationToken).ConfigureAwait(false);
        if (outcome.Steps.FirstOrDefault(step => step.State == StepState.Failed) is { } failed)
        {
            return Faults.Report(failed.Error!, terminal, parsed.GetValue(GlobalOptions.Verbose));
        }

        RunReport.WriteText(terminal, outcome with { Metrics = [.. outcome.Metrics.Where(row => row.K == 10)] }, GlobalOptions.LakeHint(parsed));
        using var lake = OpenLake.Read(parsed, terminal, GroceryPipeline.Tables, cancellationToken);
        using var connection = lake.Engine.Connect();
        var shopper = new DemoShopper(connection, terminal);
        var user = shopper.Show(cancellationToken);
        WriteNext(terminal.Out, GlobalOptions.LakeHint(parsed), user);
        return ExitCodes.Fine;
    }

    private static void WriteNext(TextWriter output, string option, long user)
    {
        output.WriteLine();
        output.WriteLine("try next:");
        output.WriteLine($"  recommender recommend --user {user + 1}{option}");
        output.WriteLine($"  recommender query \"select product_name, prod_orders, prod_reorders from curated.prd_features join clean.products using (product_id) order by prod_orders desc limit 10\"{option}");
        output.WriteLine($"  recommender describe published.recommendations{option}");
        output.WriteLine($"  recommender evaluate{option}");
        output.WriteLine($"  recommender tables{option}");
    }
}
