using System.Text.Json;
using System.Text.Json.Serialization;

namespace Recommender.Lake.Snapshots;

/// <summary>How manifests and pointers are written.</summary>
[JsonSourceGenerationOptions(
    WriteIndented = true,
    PropertyNamingPolicy = JsonKnownNamingPolicy.SnakeCaseLower,
    DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull)]
[JsonSerializable(typeof(Manifest))]
[JsonSerializable(typeof(Pointer))]
[JsonSerializable(typeof(StagedShard))]
[JsonSerializable(typeof(LockHolder))]
internal sealed partial class SnapshotJson : JsonSerializerContext;
