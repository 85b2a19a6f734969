using Recommender.AwsEmulator;
using Recommender.Infra.Tests.Harness;
using Recommender.Infra.Tests.Orchestration;
using Recommender.Lake.Tables;
using Recommender.Tests;
using Recommender.Tests.StateMachine;

namespace Recommender.Infra.Tests.Tasks;

/// <summary>
/// Three nights of uat's pipeline, task by task as its state machine starts them: a first delivery, another one on which a task is stopped
/// and started again, and a third one after builds that were killed. Recorded once.
/// </summary>
internal static class TaskRecording
{
    // One that is no row and one that breaks a rule.
    private static readonly string[] _badOrders = ["x,1,prior,9,1,1,1.0", "9001,1,prior,9,8,1,1.0"];

    private static Task<IReadOnlyList<RecordedTask>>? _made;

    /// <summary>The stack whose tasks they are.</summary>
    public static Task<StackGraph> GraphAsync() => Graphs.OfAsync("uat");

    /// <summary>The tasks, in order.</summary>
    public static Task<IReadOnlyList<RecordedTask>> OfAsync() => _made ??= MakeAsync();

    private static async Task<IReadOnlyList<RecordedTask>> MakeAsync()
    {
        var graph = await GraphAsync();
        IReadOnlyList<EcsTask> tasks = DeployedMachine.Execute(graph).Aws.Tasks;
        using var folder = new TemporaryFolder();
        await using var server = await EmulatedStack.StartAsync(graph);
        var clock = new FakeClock();
        var runner = new TaskRunner(graph, server, folder, clock);

        Deliver(graph, server, TinyDelivery.Write(folder["delivery"], 20, new Dictionary<string, string[]> { ["orders"] = _badOrders }));
        await RunAsync(runner, tasks, "nightly-1");

        // Nothing is refused, so that the quarantines empty; and nothing is sharded.
        clock.Advance(TimeSpan.FromDays(1));
        Deliver(graph, server, TinyDelivery.Write(folder["delivery"], 24));
        var raw = tasks.Where(task => task.Container == "ingest").ToList();
        var model = tasks.Single(task => task.Option("--only") == "clean.orders");
        await RunAsync(runner, raw, "nightly-2");
        await runner.StopAsync(model.TaskDefinition, Command(model, "nightly-2"));

        // A build is called by the moment it begins.
        clock.Advance(TimeSpan.FromMinutes(1));
        await RunAsync(runner, tasks.Except(raw).Where(task => task.Option("--shard") is null), "nightly-2", "--commit-shards");

        clock.Advance(TimeSpan.FromDays(2));
        Deliver(graph, server, TinyDelivery.Write(folder["delivery"], 16, new Dictionary<string, string[]>
        {
            // Every file differs: what Athena's builds left goes when the table is built again.
            ["aisles"] = ["4,cheese"],
            ["departments"] = ["3,household"],
            ["products"] = ["13,Product 13,4,3"],
            ["orders"] = _badOrders,
        }));
        var killed = new KilledBuilds(graph, server);
        foreach (var table in tasks.GroupBy(task => task.Option("--only")!))
        {
            killed.Leave(TableName.Parse(table.Key), byAthena: table.First().Container == "transform");
        }

        await RunAsync(runner, tasks, "nightly-3");
        killed.RequireGone();
        return runner.Done;
    }

    private static void Deliver(StackGraph graph, AwsEmulatorServer server, string folder)
    {
        var place = (string)graph.Output("deliveries")!;
        var bucket = (string)graph.Output("buckets.raw")!;
        foreach (var file in Directory.GetFiles(folder))
        {
            server.Objects.Add(bucket, $"{place[$"s3://{bucket}/".Length..]}{Path.GetFileName(file)}", File.ReadAllBytes(file));
        }
    }

    private static async Task RunAsync(TaskRunner runner, IEnumerable<EcsTask> tasks, string run, string? without = null)
    {
        foreach (var task in tasks)
        {
            await runner.RunAsync(task.TaskDefinition, Command(task, run, without));
        }
    }

    /// <summary>The arguments of a task in another run.</summary>
    private static List<string> Command(EcsTask task, string run, string? without = null)
    {
        List<string> command = [.. task.Command];
        command[command.IndexOf("--run-id") + 1] = run;
        if (without is not null && command.IndexOf(without) is >= 0 and var at)
        {
            command.RemoveRange(at, 2);
        }

        return command;
    }
}
