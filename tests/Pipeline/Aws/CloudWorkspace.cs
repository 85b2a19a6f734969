using Recommender.AwsEmulator;
using Recommender.Pipeline.Commands;
using Recommender.Pipeline.Console;
using Recommender.Pipeline.Graph;
using Recommender.Pipeline.Tests.Support;
using Recommender.Tests;

namespace Recommender.Pipeline.Tests.Aws;

/// <summary>An emulated AWS with a stack that <c>pulumi up</c> has just made, and the program run in-process as a task of it.</summary>
public sealed class CloudWorkspace : IAsyncDisposable
{
    private readonly TemporaryFolder _folder = new();
    private readonly AwsEmulatorServer _server;

    private CloudWorkspace(AwsEmulatorServer server)
    {
        _server = server;
        Stack = EmulatorStack.Create(server, "uat", GroceryPipeline.Tables);
    }

    /// <summary>The emulator.</summary>
    public AwsEmulatorServer Server => _server;

    /// <summary>The stack.</summary>
    public EmulatorStack Stack { get; }

    internal FakeClock Clock { get; } = new();

    /// <summary>A delivery's folder.</summary>
    public string Delivery => _folder["delivery"];

    /// <summary>Starts the emulator and makes the stack.</summary>
    public static async Task<CloudWorkspace> StartAsync() => new(await AwsEmulatorServer.StartAsync(new EmulatorOptions(), TestContext.Current.CancellationToken));

    /// <summary>A path in a folder that goes with this.</summary>
    public string In(string name) => _folder[name];

    /// <summary>Writes the tiny delivery.</summary>
    public string WriteDelivery(int users = TinyDelivery.DefaultUsers, IReadOnlyDictionary<string, string[]>? extraLines = null) => TinyDelivery.Write(Delivery, users, extraLines);

    /// <summary>Runs a command over the stack's lake, or over the one that it names itself.</summary>
    internal Task<CommandResult> RunAsync(params string[] args) => RunAsync(args, variables: null);

    /// <summary>Runs a command, with other variables than a task has.</summary>
    internal async Task<CommandResult> RunAsync(string[] args, IReadOnlyDictionary<string, string>? variables, CancellationToken stopped = default)
    {
        // Time passes between commands: no two runs or snapshots have the same id.
        Clock.Advance(TimeSpan.FromSeconds(1));
        variables ??= Task();
        using var output = new StringWriter { NewLine = "\n" };
        using var error = new StringWriter { NewLine = "\n" };
        var terminal = new Terminal
        {
            Out = output, Error = error, Clock = Clock, Width = 200, Stopped = stopped, Variables = name => variables.GetValueOrDefault(name),
        };
        var code = await RecommenderProgram.RunAsync(args.Contains("--lake") ? args : [.. args, "--lake", Stack.Lake], terminal);
        return new CommandResult(code, output.ToString(), error.ToString());
    }

    /// <summary>The environment of a task that has all rights, and less patience than it has by default.</summary>
    private Dictionary<string, string> Task() => new(Stack.Environment(_folder["work"])) { ["AWS_MAX_ATTEMPTS"] = "3", ["RECOMMENDER_AWS_TIMEOUT"] = "10s" };

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        await _server.DisposeAsync();
        _folder.Dispose();
    }
}
