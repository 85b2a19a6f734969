using System.Text.Json.Nodes;
using Amazon.ECS;
using Amazon.ECS.Model;
using Amazon.Runtime;
using Recommender.AwsEmulator;
using Recommender.AwsEmulator.Ecs;
using Recommender.Emulator.Tests.Models;

namespace Recommender.Emulator.Tests.Ecs;

/// <summary>An emulator with a cluster and a task definition whose container is a shell of this machine.</summary>
public abstract class EcsEmulatorTest : IAsyncLifetime
{
    protected const string Cluster = "recommender-uat-tasks";

    private AwsEmulatorServer? _server;
    private AmazonECSClient? _ecs;

    private protected AwsEmulatorServer Server => _server!;

    private protected IAmazonECS Ecs => _ecs!;

    private protected EcsService Service => Server.Service<EcsService>();

    private protected string Definition { get; private set; } = "";

    private protected static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    private protected static BasicAWSCredentials Credentials { get; } = new("test", "test");

    public virtual async ValueTask InitializeAsync()
    {
        _server = await AwsEmulatorServer.StartAsync(new(), Cancellation);
        Service.CreateCluster(Cluster);
        Service.Launcher = new ProcessLauncher(new() { Program = "/bin/sh", Arguments = ["-c"], Environment = new Dictionary<string, string> { ["AWS_ENDPOINT_URL"] = Server.Address.ToString() } });
        Definition = Service.Register(JsonNode.Parse("""
            {
              "family": "recommender-uat-transform", "networkMode": "awsvpc", "cpu": "1024", "memory": "2048",
              "containerDefinitions": [{
                "name": "transform", "image": "jobs@sha256:0", "essential": true, "stopTimeout": 2, "command": ["echo nothing asked"],
                "environment": [{ "name": "RECOMMENDER_STACK", "value": "uat" }, { "name": "COLOUR", "value": "red" }],
                "logConfiguration": { "logDriver": "awslogs", "options": { "awslogs-group": "/recommender/uat/transform", "awslogs-region": "eu-west-1", "awslogs-stream-prefix": "transform" } }
              }]
            }
            """)!.AsObject());
        _ecs = new(Credentials, new AmazonECSConfig { ServiceURL = Server.Address.ToString(), AuthenticationRegion = "eu-west-1", MaxErrorRetry = 0 });
    }

    public virtual async ValueTask DisposeAsync()
    {
        _ecs?.Dispose();
        if (_server is not null)
        {
            await _server.DisposeAsync();
            WireRecord.Check(_server.Log);
        }

        GC.SuppressFinalize(this);
    }

    private protected RunTaskRequest Request(params List<string> command) => new()
    {
        Cluster = Cluster,
        TaskDefinition = Definition,
        LaunchType = LaunchType.FARGATE,
        NetworkConfiguration = new() { AwsvpcConfiguration = new() { Subnets = ["subnet-1"] } },
        Overrides = new() { ContainerOverrides = [new() { Name = "transform", Command = command, Environment = [new() { Name = "COLOUR", Value = "blue" }] }] },
    };

    private protected async Task<string> RunAsync(params List<string> command) =>
        (await Ecs.RunTaskAsync(Request(command), Cancellation)).Tasks[0].TaskArn;

    private protected async Task<Amazon.ECS.Model.Task> UntilAsync(string arn, string status)
    {
        while (true)
        {
            var task = (await Ecs.DescribeTasksAsync(new() { Cluster = Cluster, Tasks = [arn] }, Cancellation)).Tasks[0];
            if (task.LastStatus == status)
            {
                return task;
            }

            await System.Threading.Tasks.Task.Delay(10, Cancellation);
        }
    }
}
