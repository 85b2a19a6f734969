using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using Pulumi;

namespace Recommender.Infra.Compute;

/// <summary>Writes the one container of a task (Amazon ECS API reference, "ContainerDefinition").</summary>
internal static class ContainerDefinition
{
    /// <summary>The volume for what does not fit into memory: the root file system is read-only.</summary>
    public const string WorkVolume = "work";

    /// <summary>
    /// Where it is mounted. Fargate gives a volume the owner that the path has in the image, and root where it is not there: the
    /// images declare <c>VOLUME /work</c> and give it to their user.
    /// </summary>
    public const string WorkFolder = "/work";

    /// <summary>The user of .NET's images, <c>app</c>.</summary>
    public const string User = "1654";

    // Two minutes are the most that Fargate waits between SIGTERM and the end, and what Spot would give.
    private const int StopSeconds = 120;

    private static readonly JsonSerializerOptions _readable = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <summary>The definitions of a task: a list of one.</summary>
    /// <param name="args">What the task is given.</param>
    /// <param name="logGroup">The name of its log group.</param>
    public static Output<string> Json(ContainerTaskArgs args, Output<string> logGroup)
    {
        var environment = args.Environment.OrderBy(variable => variable.Key, StringComparer.Ordinal).ToList();
        return Output.Tuple(args.Repository.Url, logGroup, args.Context.Region, Output.All(environment.Select(variable => variable.Value))).Apply(known =>
        {
            var (url, group, region, values) = known;
            var container = new JsonObject
            {
                ["name"] = args.Thing,
                ["image"] = $"{url}@{args.Digest}",
                ["essential"] = true,
                ["user"] = User,
                ["privileged"] = false,
                ["readonlyRootFilesystem"] = true,
                ["linuxParameters"] = new JsonObject
                {
                    // A process that reaps what others leave behind and hands on SIGTERM.
                    ["initProcessEnabled"] = true,
                    ["capabilities"] = new JsonObject { ["drop"] = new JsonArray("ALL") },
                },
                ["mountPoints"] = new JsonArray(new JsonObject { ["sourceVolume"] = WorkVolume, ["containerPath"] = WorkFolder, ["readOnly"] = false }),
                ["stopTimeout"] = StopSeconds,
                ["environment"] = new JsonArray([.. environment.Zip(values, (variable, value) => (JsonNode)new JsonObject { ["name"] = variable.Key, ["value"] = value })]),
                ["logConfiguration"] = Log(args.Thing, group, region),
            };
            if (args.Port is { } port)
            {
                container["portMappings"] = new JsonArray(new JsonObject { ["containerPort"] = port, ["protocol"] = "tcp" });
            }

            if (args.HealthCommand.Count > 0)
            {
                container["healthCheck"] = Health(args.HealthCommand);
            }

            return new JsonArray(container).ToJsonString(_readable);
        });
    }

    // A program that waits for its log to be taken would stand still with the log service: it loses lines past the buffer instead.
    private static JsonObject Log(string thing, string group, string region) => new()
    {
        ["logDriver"] = "awslogs",
        ["options"] = new JsonObject
        {
            ["awslogs-group"] = group,
            ["awslogs-region"] = region,
            ["awslogs-stream-prefix"] = thing,
            ["mode"] = "non-blocking",
            ["max-buffer-size"] = "25m",
        },
    };

    // The start period covers the loading of the published tables; times are in seconds.
    private static JsonObject Health(IReadOnlyList<string> command) => new()
    {
        ["command"] = new JsonArray([.. command.Prepend("CMD").Select(word => (JsonNode)word)]),
        ["interval"] = 15,
        ["timeout"] = 5,
        ["retries"] = 3,
        ["startPeriod"] = 120,
    };
}
