using System.Text.Json.Nodes;
using Recommender.AwsEmulator;
using Recommender.AwsEmulator.Ecs;
using Recommender.AwsEmulator.StepFunctions;
using Recommender.Pipeline.Cloud;
using Recommender.Pipeline.Commands;
using Recommender.Pipeline.Console;
using Recommender.Pipeline.Graph;
using Recommender.Pipeline.StateMachine;
using Recommender.Pipeline.Tests.StateMachine;
using Recommender.Pipeline.Tests.Support;

namespace Recommender.Pipeline.Tests.Cloud.Emulated;

/// <summary>The pipeline of a stack on an emulated AWS, and the program run in-process by somebody who looks after it.</summary>
internal sealed class EmulatedPipeline : IAsyncDisposable
{
    private const string Container = "job";

    private EmulatedPipeline(AwsEmulatorServer server)
    {
        Server = server;
        server.Service<EcsService>().Launcher = Launcher;
        Deploy(SomeTargets.Targets.Lake, SomeTargets.Targets.Source, new Dictionary<string, string>());
    }

    /// <summary>The emulator.</summary>
    public AwsEmulatorServer Server { get; }

    /// <summary>What its tasks do.</summary>
    public ScriptedLauncher Launcher { get; } = new();

    /// <summary>Starts it.</summary>
    public static async Task<EmulatedPipeline> StartAsync() => new(await AwsEmulatorServer.StartAsync(new EmulatorOptions(), TestContext.Current.CancellationToken));

    /// <summary>Runs 'recommender cloud …' for the stack uat.</summary>
    public async Task<CommandResult> RunAsync(params string[] args)
    {
        var (key, secret) = Server.Options.Credentials.First();
        var variables = new Dictionary<string, string>
        {
            ["AWS_REGION"] = Server.Options.Region,
            ["AWS_ACCESS_KEY_ID"] = key,
            ["AWS_SECRET_ACCESS_KEY"] = secret,
            ["AWS_ENDPOINT_URL"] = Server.Address.ToString(),
            ["RECOMMENDER_STACK"] = "uat",
        };
        using var output = new StringWriter { NewLine = "\n" };
        using var error = new StringWriter { NewLine = "\n" };
        var terminal = new Terminal
        {
            Out = output,
            Error = error,
            Clock = TimeProvider.System,
            Variables = name => variables.GetValueOrDefault(name),
            Cloud = () => CloudClients.Of(name => variables.GetValueOrDefault(name), new CloudPace { Poll = TimeSpan.FromMilliseconds(20), MostMisses = 50 }),
        };
        var code = await RecommenderProgram.RunAsync(["cloud", .. args], terminal);
        return new CommandResult(code, output.ToString(), error.ToString());
    }

    /// <inheritdoc/>
    public ValueTask DisposeAsync() => Server.DisposeAsync();

    /// <summary>Makes the state machine and the task definitions, or new ones.</summary>
    /// <param name="lake">The lake that jobs work on.</param>
    /// <param name="source">The standing delivery.</param>
    /// <param name="environment">What tasks find in their environment.</param>
    public void Deploy(string lake, string source, IReadOnlyDictionary<string, string> environment) =>
        Server.Service<StepFunctionsService>().Put("recommender-uat-pipeline", StateMachineRenderer.Render(GroceryPipeline.Blueprint(), SomeTargets.Targets with
        {
            ClusterArn = Server.Service<EcsService>().CreateCluster("recommender-uat-tasks"),
            Jobs = JobKinds.All.ToDictionary(kind => kind, kind => new JobTarget(Register(Enum.GetName(kind)!.ToLowerInvariant(), environment), Container, 3600)),
            Lake = lake,
            Source = source,
        }));

    private string Register(string kind, IReadOnlyDictionary<string, string> environment) => Server.Service<EcsService>().Register(new JsonObject
    {
        ["family"] = $"recommender-uat-{kind}",
        ["networkMode"] = "awsvpc",
        ["containerDefinitions"] = new JsonArray(new JsonObject
        {
            ["name"] = Container,
            ["image"] = "jobs@sha256:0",
            ["environment"] = new JsonArray([.. environment.Select(variable => new JsonObject { ["name"] = variable.Key, ["value"] = variable.Value })]),
            ["logConfiguration"] = new JsonObject
            {
                ["logDriver"] = "awslogs",
                ["options"] = new JsonObject { ["awslogs-group"] = $"/recommender/uat/{kind}", ["awslogs-region"] = "eu-west-1", ["awslogs-stream-prefix"] = kind },
            },
        }),
    });
}
