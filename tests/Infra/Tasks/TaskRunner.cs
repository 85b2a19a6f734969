using System.Text.Json.Nodes;
using Recommender.AwsEmulator;
using Recommender.AwsEmulator.Faults;
using Recommender.Infra.Tests.Compute;
using Recommender.Infra.Tests.Harness;
using Recommender.Pipeline.Commands;
using Recommender.Pipeline.Console;
using Recommender.Tests;

namespace Recommender.Infra.Tests.Tasks;

/// <summary>Runs the program as ECS would: with the environment of a task definition of the stack, and a disk of the task's own.</summary>
/// <param name="graph">The stack.</param>
/// <param name="server">AWS.</param>
/// <param name="disks">Holds the tasks' disks.</param>
/// <param name="clock">The clock.</param>
internal sealed class TaskRunner(StackGraph graph, AwsEmulatorServer server, TemporaryFolder disks, TimeProvider clock)
{
    private readonly List<RecordedTask> _done = [];

    /// <summary>What ran, in order.</summary>
    public IReadOnlyList<RecordedTask> Done => _done;

    /// <summary>Runs a task, which must end well.</summary>
    /// <param name="definition">The ARN of its definition.</param>
    /// <param name="command">The arguments of its container.</param>
    public async Task RunAsync(string definition, IReadOnlyList<string> command)
    {
        var (code, told) = await RunAsync(definition, command, TestContext.Current.CancellationToken);
        Assert.True(code == ExitCodes.Fine, told);
    }

    /// <summary>Runs a task that is told to stop as ECS tells it, once it waits for a query that Athena does not begin.</summary>
    /// <param name="definition">The ARN of its definition.</param>
    /// <param name="command">The arguments of its container.</param>
    public async Task StopAsync(string definition, IReadOnlyList<string> command)
    {
        using var stop = CancellationTokenSource.CreateLinkedTokenSource(TestContext.Current.CancellationToken);
        server.Faults.Add(new QueryFault { Kind = QueryFaultKind.StuckInQueue });
        server.Log.Clear();
        var running = RunAsync(definition, command, stop.Token);
        while (!running.IsCompleted && server.Log.Of("athena", "GetQueryExecution").Count == 0)
        {
            await Task.Delay(10, stop.Token);
        }

        await stop.CancelAsync();
        var (code, told) = await running;
        Assert.True(code == ExitCodes.Interrupted, told);
    }

    private async Task<(int Code, string Told)> RunAsync(string definition, IReadOnlyList<string> command, CancellationToken stopped)
    {
        var thing = JobThings.All.Single(thing => graph.Definition(thing).Arn == definition);
        var variables = Variables(graph.Definition(thing));
        using var output = new StringWriter();
        using var error = new StringWriter();
        var terminal = new Terminal { Out = output, Error = error, Clock = clock, Stopped = stopped, Variables = name => variables.GetValueOrDefault(name) };
        server.Log.Clear();
        var code = await RecommenderProgram.RunAsync(command, terminal);
        _done.Add(new(thing, command, [.. server.Log]));
        return (code, $"{thing}: recommender {string.Join(' ', command)} ended with {code}: {error}");
    }

    /// <summary>What the definition says, and in the place of what ECS adds by itself, the role's credentials and AWS's addresses, those of the emulator.</summary>
    private Dictionary<string, string> Variables(GraphResource definition)
    {
        var container = JsonNode.Parse(definition.Text("containerDefinitions")!)!.AsArray().Single()!;
        var given = container["environment"]!.AsArray().ToDictionary(variable => (string)variable!["name"]!, variable => (string)variable!["value"]!);
        var (key, secret) = server.Options.Credentials.First();
        return new(given)
        {
            ["RECOMMENDER_WORK"] = disks[$"task-{_done.Count}"],
            ["AWS_ACCESS_KEY_ID"] = key,
            ["AWS_SECRET_ACCESS_KEY"] = secret,
            ["AWS_ENDPOINT_URL"] = server.Address.ToString().TrimEnd('/'),
        };
    }
}
