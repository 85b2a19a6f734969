using System.Text.Json;

namespace Recommender.Lake.Snapshots;

/// <summary>How a pointer is written: the file <c>_current.json</c>.</summary>
public static class PointerFile
{
    /// <summary>The file's bytes.</summary>
    public static byte[] Write(Pointer pointer) => JsonSerializer.SerializeToUtf8Bytes(pointer, SnapshotJson.Default.Pointer);

    /// <summary>Reads the file.</summary>
    /// <exception cref="JsonException">It is not such a file, or names no snapshot.</exception>
    public static Pointer Parse(ReadOnlySpan<byte> bytes) =>
        JsonSerializer.Deserialize(bytes, SnapshotJson.Default.Pointer) switch
        {
            null => throw new JsonException("it is empty"),
            { Snapshot: { } id } pointer when SnapshotId.IsId(id) => pointer,
            _ => throw new JsonException("it names no snapshot"),
        };
}
