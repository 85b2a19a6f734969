using System.Text.Json;

namespace Recommender.Lake.S3;

/// <summary>What a table's lock says: the file <c>_lock</c>.</summary>
/// <param name="Holder">Who has it, such as the run.</param>
/// <param name="Host">On which machine.</param>
/// <param name="Since">Since when, UTC.</param>
/// <param name="Expires">When it ends unless it is renewed, UTC.</param>
internal sealed record S3LockFile(string Holder, string Host, DateTimeOffset Since, DateTimeOffset Expires)
{
    /// <summary>The file's bytes.</summary>
    public byte[] Write() => JsonSerializer.SerializeToUtf8Bytes(this, S3Json.Default.S3LockFile);

    /// <summary>Reads the file; null where it is none.</summary>
    public static S3LockFile? Parse(ReadOnlySpan<byte> bytes)
    {
        try
        {
            return JsonSerializer.Deserialize(bytes, S3Json.Default.S3LockFile) is { Holder: not null, Host: not null } file ? file : null;
        }
        catch (JsonException)
        {
            return null;
        }
    }

    /// <summary>Whether another state of the lock is of the same taking.</summary>
    public bool IsSameTaking(S3LockFile? other) => other is not null && (Holder, Host, Since) == (other.Holder, other.Host, other.Since);
}
