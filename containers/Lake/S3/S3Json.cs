using System.Text.Json.Serialization;

namespace Recommender.Lake.S3;

/// <summary>How the files are written that only a lake on S3 has.</summary>
[JsonSourceGenerationOptions(WriteIndented = true, PropertyNamingPolicy = JsonKnownNamingPolicy.SnakeCaseLower)]
[JsonSerializable(typeof(S3LockFile))]
internal sealed partial class S3Json : JsonSerializerContext;
