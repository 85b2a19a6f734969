using System.Text.Json.Nodes;

namespace Recommender.Emulator.Tests.Models;

/// <summary>A service as AWS describes it to its own tools: the model that Debian's python3-botocore brings along.</summary>
public sealed class ServiceModel
{
    private const string Data = "/usr/lib/python3/dist-packages/botocore/data";

    // By the services' names in credential scopes.
    private static readonly Dictionary<string, string> _places = new()
    {
        ["athena"] = "athena/2017-05-18",
        ["glue"] = "glue/2017-03-31",
        ["ecs"] = "ecs/2014-11-13",
        ["states"] = "stepfunctions/2016-11-23",
        ["logs"] = "logs/2014-03-28",
    };

    private static readonly Dictionary<string, ServiceModel> _models = [];

    private readonly JsonObject _root;

    private ServiceModel(JsonObject root) => _root = root;

    /// <summary>The services that have a model.</summary>
    public static IReadOnlyCollection<string> Services => _places.Keys;

    /// <summary>Whether the models are on this machine.</summary>
    public static bool AreHere => Directory.Exists(Data);

    /// <summary>The model of a service.</summary>
    public static ServiceModel Of(string service)
    {
        lock (_models)
        {
            if (!_models.TryGetValue(service, out var model))
            {
                model = new(JsonNode.Parse(File.ReadAllBytes(Path.Combine(Data, _places[service], "service-2.json")))!.AsObject());
                _models.Add(service, model);
            }

            return model;
        }
    }

    /// <summary>What X-Amz-Target begins with.</summary>
    public string Target => _root["metadata"]!["targetPrefix"]!.GetValue<string>();

    /// <summary>The version in the content type.</summary>
    public string JsonVersion => _root["metadata"]!["jsonVersion"]!.GetValue<string>();

    /// <summary>The operations' names.</summary>
    public bool HasOperation(string name) => _root["operations"]!.AsObject().ContainsKey(name);

    /// <summary>The name of an operation's input shape; null where it has none.</summary>
    public string? Input(string operation) => _root["operations"]![operation]!["input"]?["shape"]!.GetValue<string>();

    /// <summary>The name of an operation's output shape; null where it has none.</summary>
    public string? Output(string operation) => _root["operations"]![operation]!["output"]?["shape"]!.GetValue<string>();

    /// <summary>The errors that an operation may give.</summary>
    public IEnumerable<string> Errors(string operation) => (_root["operations"]![operation]!["errors"] as JsonArray ?? []).Select(error => error!["shape"]!.GetValue<string>());

    /// <summary>A shape.</summary>
    public JsonObject Shape(string name) => _root["shapes"]![name]!.AsObject();
}
