using Recommender.Pipeline.Cloud;
using Recommender.Pipeline.Commands;
using Recommender.Pipeline.Console;
using Recommender.Pipeline.Tests.Cloud.Fakes;
using Recommender.Pipeline.Tests.Support;
using Recommender.Tests;

namespace Recommender.Pipeline.Tests.Cloud;

/// <summary>The program run in-process over a cloud that is made up.</summary>
internal sealed class CloudWorkspace : IDisposable
{
    private readonly CancellationTokenSource _stop = new();

    public CloudWorkspace() => Ecs = new FakeEcs(Logs);

    public FakeLogs Logs { get; } = new();

    public FakeEcs Ecs { get; }

    public FakeStepFunctions StepFunctions { get; } = new();

    public CloudClients Clients => new() { Ecs = Ecs, Logs = Logs, StepFunctions = StepFunctions, Pace = new() { Poll = TimeSpan.FromMilliseconds(1), MostMisses = 3 } };

    /// <summary>Presses Ctrl-C.</summary>
    public void Interrupt() => _stop.Cancel();

    public void Dispose()
    {
        _stop.Dispose();
        Ecs.Dispose();
        Logs.Dispose();
        StepFunctions.Dispose();
    }

    /// <summary>Runs 'recommender cloud …' for the stack test.</summary>
    public Task<CommandResult> RunAsync(params string[] args) => RunAsync(args, new Dictionary<string, string> { ["RECOMMENDER_STACK"] = "test" });

    /// <summary>Runs it with an environment.</summary>
    public async Task<CommandResult> RunAsync(string[] args, IReadOnlyDictionary<string, string> variables)
    {
        using var output = new StringWriter { NewLine = "\n" };
        using var error = new StringWriter { NewLine = "\n" };
        var terminal = new Terminal
        {
            Out = output,
            Error = error,
            Clock = new FakeClock(Workspace.Start),
            Stopped = _stop.Token,
            Variables = name => variables.GetValueOrDefault(name),
            Cloud = () => Clients,
        };
        var code = await RecommenderProgram.RunAsync(["cloud", .. args], terminal);
        return new CommandResult(code, output.ToString(), error.ToString());
    }
}
