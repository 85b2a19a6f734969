using System.Text.Json.Nodes;
using Recommender.Tests;

namespace Recommender.Emulator.Tests.S3.Model;

/// <summary>The model of S3 that AWS's own clients are generated from, as Debian packages it with botocore (of 2022).</summary>
internal sealed class S3Model
{
    private const string Path = "/usr/lib/python3/dist-packages/botocore/data/s3/2006-03-01/service-2.json";

    // Newer than the packaged model: headers and elements of checksums, tags of copies, conditions of writes.
    private static readonly HashSet<string> _newer = new(StringComparer.OrdinalIgnoreCase)
    {
        "x-amz-checksum-crc64nvme", "x-amz-checksum-type", "ChecksumCRC64NVME", "ChecksumType", "x-amz-bucket-region", "if-match", "if-none-match", "x-id", "x-amz-checksum-crc32",
        "x-amz-checksum-crc32c", "x-amz-checksum-sha1", "x-amz-checksum-sha256", "ChecksumAlgorithm", "Content-Range", "Object/ETag",
    };

    private static readonly Lazy<S3Model?> _packaged = new(() => File.Exists(Path) ? new() : null);
    private readonly JsonObject _model = JsonNode.Parse(File.ReadAllText(Path))!.AsObject();

    private S3Model()
    {
    }

    /// <summary>The model; null where it is not installed.</summary>
    public static S3Model? Packaged => _packaged.Value;

    /// <summary>The model, which is installed where it is missing; otherwise the running test is skipped.</summary>
    public static S3Model Require()
    {
        if (DebianPackages.Require("python3-botocore") is { } reason)
        {
            Assert.Skip(reason);
        }

        return Packaged ?? new();
    }

    /// <summary>Whether a header, parameter or element is known, by name, to be newer than the model.</summary>
    public static bool IsNewer(string name) => _newer.Contains(name);

    /// <summary>The shape of what an operation takes; null where it takes nothing.</summary>
    public JsonObject? Input(string operation) => Shape(Operation(operation)["input"]);

    /// <summary>The shape of what an operation gives; null where it gives nothing.</summary>
    public JsonObject? Output(string operation) => Shape(Operation(operation)["output"]);

    /// <summary>Whether there is such an operation.</summary>
    public bool Knows(string operation) => _model["operations"]![operation] is not null;

    /// <summary>The query that the operation's address has in any case.</summary>
    public string FixedQuery(string operation) => ((string)Operation(operation)["http"]!["requestUri"]!).Split('?').ElementAtOrDefault(1) ?? "";

    /// <summary>The shape that a member refers to.</summary>
    public JsonObject? Shape(JsonNode? reference) => reference is null ? null : _model["shapes"]![(string)reference["shape"]!]!.AsObject();

    /// <summary>A shape's members, by name.</summary>
    public static IEnumerable<KeyValuePair<string, JsonObject>> Members(JsonObject? shape) => shape?["members"]?.AsObject().Select(member => KeyValuePair.Create(member.Key, member.Value!.AsObject())) ?? [];

    /// <summary>The name that a member has on the wire.</summary>
    public static string NameOf(KeyValuePair<string, JsonObject> member) => (string?)member.Value["locationName"] ?? member.Key;

    /// <summary>Where a member is sent: header, headers, querystring, uri, or null for the body.</summary>
    public static string? LocationOf(KeyValuePair<string, JsonObject> member) => (string?)member.Value["location"];

    private JsonObject Operation(string name) => _model["operations"]![name]!.AsObject();
}
