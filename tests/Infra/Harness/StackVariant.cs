using System.Text.Json.Nodes;

namespace Recommender.Infra.Tests.Harness;

/// <summary>A stack with changes to its committed settings.</summary>
/// <param name="Name">How tests call it, such as <c>uat-everything</c>.</param>
/// <param name="Stack"><c>uat</c> or <c>prod</c>.</param>
/// <param name="Changes">Settings by path, such as <c>network.nat</c>, and their values.</param>
internal sealed record StackVariant(string Name, string Stack, params IReadOnlyList<(string Setting, JsonNode Value)> Changes)
{
    /// <summary>What belongs to an account and so is not committed: what the README tells a user to set.</summary>
    private static IReadOnlyList<(string Setting, JsonNode Value)> Account =>
    [
        ("monitoring.mails", new JsonArray("data-alerts@example.com")),
        ("delivery.repository", "example/recommender"),
    ];

    private static IReadOnlyList<(string Setting, JsonNode Value)> Images =>
    [
        ("containers.images.jobs", Digest('a')),
        ("containers.images.training", Digest('b')),
    ];

    private static IReadOnlyList<(string Setting, JsonNode Value)> Api =>
    [
        ("containers.images.serving", Digest('c')),
        ("serving.jwtIssuer", "https://login.example.com/"),
        ("serving.jwtAudience", "recommendations"),
    ];

    /// <summary>The stack as committed, with an account's values and all images pushed.</summary>
    public static StackVariant Committed(string stack) => new(stack, stack, [.. Account, .. Images, .. Api]);

    /// <summary>Before the first image was pushed.</summary>
    public static StackVariant Bootstrap(string stack) => new($"{stack}-bootstrap", stack, [.. Account]);

    /// <summary>With every toggle on.</summary>
    public static StackVariant Everything(string stack) => new(
        $"{stack}-everything",
        stack,
        [
            .. Committed(stack).Changes,
            ("network.nat", true),
            ("network.egressCidrs", new JsonArray("192.0.2.0/24")),
            ("network.zones", 3),
            ("network.endpointZones", 3),
            ("lake.rawToGlacierDays", 60),
            ("database.enabled", true),
            ("pipeline.enabled", true),
            ("streaming.enabled", true),
            ("monitoring.grafana", true),
            ("monitoring.slack.workspace", "T0123ABCD"),
            ("monitoring.slack.channel", "C0123ABCD"),
            ("dashboards.enabled", true),
            ("dashboards.viewers", new JsonArray("arn:aws:quicksight:eu-west-1:123456789012:group/default/analysts")),
        ]);

    /// <summary>With every toggle off and no API.</summary>
    public static StackVariant Least(string stack) => new(
        $"{stack}-least",
        stack,
        [
            .. Account,
            .. Images,
            ("network.nat", false),
            ("network.zones", 2),
            ("network.endpointZones", 1),
            ("lake.rawToGlacierDays", 0),
            ("database.enabled", false),
            ("pipeline.enabled", false),
            ("streaming.enabled", false),
            ("monitoring.grafana", false),
            ("dashboards.enabled", false),
            ("delivery.createProvider", false),
        ]);

    /// <summary>All that the rules are run over.</summary>
    public static IReadOnlyList<StackVariant> All { get; } =
        [.. new[] { "uat", "prod" }.SelectMany(stack => new[] { Committed(stack), Everything(stack), Bootstrap(stack), Least(stack) })];

    /// <summary>The committed settings with the changes.</summary>
    public JsonObject Settings()
    {
        var settings = PulumiFiles.Settings(Stack);
        foreach (var (setting, value) in Changes)
        {
            var steps = setting.Split('.');
            var group = settings;
            foreach (var step in steps[..^1])
            {
                group = (group[step] ??= new JsonObject()).AsObject();
            }

            group[steps[^1]] = value.DeepClone();
        }

        return settings;
    }

    private static JsonNode Digest(char digit) => $"sha256:{new string(digit, 64)}";
}
