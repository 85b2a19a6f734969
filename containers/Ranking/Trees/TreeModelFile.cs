using System.Buffers.Binary;
using System.Security.Cryptography;
using Recommender.Lake.Errors;

namespace Recommender.Ranking.Trees;

/// <summary>
/// A model's bytes, little endian: the 8 letters RECTREES, the version (4 bytes), the length of what follows (8), the model as
/// <see cref="TreeModelCodec"/> writes it, and the SHA-256 of all before (32). Reading takes exactly these bytes from a stream, so
/// that other things may follow.
/// </summary>
internal static class TreeModelFile
{
    /// <summary>The version written: 1.</summary>
    public const int Version = 1;

    private const int HeaderLength = 20;
    private const long MostBytes = 1L << 30;

    private static ReadOnlySpan<byte> Magic => "RECTREES"u8;

    public static void Write(TreeModel model, Stream stream)
    {
        ArgumentNullException.ThrowIfNull(stream);
        using var memory = new MemoryStream();
        memory.Write(new byte[HeaderLength]);
        TreeModelCodec.Write(model, memory);
        var bytes = memory.GetBuffer().AsSpan(0, (int)memory.Length);
        Magic.CopyTo(bytes);
        BinaryPrimitives.WriteInt32LittleEndian(bytes[8..], Version);
        BinaryPrimitives.WriteInt64LittleEndian(bytes[12..], bytes.Length - HeaderLength);
        stream.Write(bytes);
        stream.Write(SHA256.HashData(bytes));
    }

    public static TreeModel Read(Stream stream, string name)
    {
        ArgumentNullException.ThrowIfNull(stream);
        var header = new byte[HeaderLength];
        var read = stream.ReadAtLeast(header, header.Length, throwOnEndOfStream: false);
        if (!header.AsSpan(0, Math.Min(read, Magic.Length)).SequenceEqual(Magic[..Math.Min(read, Magic.Length)]) || read == 0)
        {
            throw new CallerException($"{name}: not a model of trees: it does not start with RECTREES");
        }

        var version = BinaryPrimitives.ReadInt32LittleEndian(header.AsSpan(8));
        var length = BinaryPrimitives.ReadInt64LittleEndian(header.AsSpan(12));
        if (read == HeaderLength && version != Version)
        {
            throw new CallerException($"{name}: written as version {version} of the trees' format; this program reads version {Version}");
        }

        if (read == HeaderLength && length is < 0 or > MostBytes)
        {
            throw Damaged(name, $"its header says {length} bytes", null);
        }

        var rest = read < HeaderLength ? [] : new byte[length + SHA256.HashSizeInBytes];
        var got = stream.ReadAtLeast(rest, rest.Length, throwOnEndOfStream: false);
        if (read < HeaderLength || got < rest.Length)
        {
            throw new CallerException($"{name}: cut short: it ends after {read + got} bytes" + (read < HeaderLength ? "" : $" of {read + rest.Length}"));
        }

        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        hash.AppendData(header);
        hash.AppendData(rest.AsSpan(0, (int)length));
        if (!hash.GetHashAndReset().AsSpan().SequenceEqual(rest.AsSpan((int)length)))
        {
            throw Damaged(name, "its checksum is not that of its content", null);
        }

        try
        {
            return TreeModelCodec.Read(new MemoryStream(rest, 0, (int)length));
        }
        catch (Exception fault) when (fault is FormatException or OverflowException or IOException)
        {
            throw Damaged(name, fault.Message, fault);
        }
    }

    private static CallerException Damaged(string name, string what, Exception? fault) =>
        new($"{name}: damaged: {what}; take it from a backup or train again", fault);
}
