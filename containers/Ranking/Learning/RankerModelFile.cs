using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using Recommender.Lake.Errors;
using Recommender.Ranking.Baskets;
using Recommender.Ranking.Trees;

namespace Recommender.Ranking.Learning;

/// <summary>
/// A ranker's bytes, little endian: the 8 letters RECRANKR, the version (4 bytes), the length of what follows (8); settings and facts
/// as JSON, the trees of each model as <see cref="TreeModel.Save"/> writes them, the calibration; and the SHA-256 of all before (32).
/// </summary>
internal static class RankerModelFile
{
    /// <summary>The version written: 1.</summary>
    public const int Version = 1;

    private const int HeaderLength = 20;
    private const int MostModels = 1_000;

    private static ReadOnlySpan<byte> Magic => "RECRANKR"u8;

    public static void Write(RankerModel model, Stream stream)
    {
        ArgumentNullException.ThrowIfNull(stream);
        using var body = new MemoryStream();
        using (var writer = new BinaryWriter(body, Encoding.UTF8, leaveOpen: true))
        {
            // How many threads there were is not of the model.
            writer.Write(JsonSerializer.Serialize(model.Settings with { Threads = 1, Trees = model.Settings.Trees with { Threads = 1 } }));
            writer.Write(JsonSerializer.Serialize(model.Facts));
            foreach (var models in new[] { model.Logistic, model.Ranking })
            {
                writer.Write(models.Count);
                foreach (var trees in models)
                {
                    writer.Flush();
                    trees.Save(body);
                }
            }

            model.Calibration.Write(writer);
        }

        using var whole = new MemoryStream();
        using (var writer = new BinaryWriter(whole, Encoding.UTF8, leaveOpen: true))
        {
            writer.Write(Magic);
            writer.Write(Version);
            writer.Write(body.Length);
            writer.Write(body.GetBuffer(), 0, (int)body.Length);
        }

        var bytes = whole.ToArray();
        stream.Write(bytes);
        stream.Write(SHA256.HashData(bytes));
    }

    public static RankerModel Read(Stream stream, string name)
    {
        ArgumentNullException.ThrowIfNull(stream);
        using var memory = new MemoryStream();
        stream.CopyTo(memory);
        var bytes = memory.ToArray();
        Check(bytes, name);
        try
        {
            using var body = new MemoryStream(bytes, HeaderLength, bytes.Length - HeaderLength - SHA256.HashSizeInBytes);
            using var reader = new BinaryReader(body, Encoding.UTF8);
            var settings = JsonSerializer.Deserialize<RankerSettings>(reader.ReadString()) ?? throw new InvalidDataException("it has no settings");
            var facts = JsonSerializer.Deserialize<TrainingFacts>(reader.ReadString()) ?? throw new InvalidDataException("it has no facts");
            var logistic = ReadModels(reader, name);
            var ranking = ReadModels(reader, name);
            return new RankerModel(settings, logistic, ranking, ProbabilityCalibration.Read(reader), facts);
        }
        catch (Exception error) when (error is InvalidDataException or EndOfStreamException or JsonException or ArgumentException)
        {
            throw new CallerException($"{name}: {error.Message}", error);
        }
    }

    private static void Check(byte[] bytes, string name)
    {
        if (bytes.Length < HeaderLength + SHA256.HashSizeInBytes || !bytes.AsSpan(0, Magic.Length).SequenceEqual(Magic))
        {
            throw new CallerException($"{name}: {bytes.Length} bytes that are not a ranker's model; such a file starts with {Encoding.ASCII.GetString(Magic)}.");
        }

        var version = BitConverter.ToInt32(bytes, Magic.Length);
        if (version != Version)
        {
            throw new CallerException($"{name}: a ranker's model of version {version}; this program reads version {Version}. Train it again.");
        }

        var length = BitConverter.ToInt64(bytes, Magic.Length + sizeof(int));
        if (length != bytes.Length - HeaderLength - SHA256.HashSizeInBytes)
        {
            throw new CallerException($"{name}: {bytes.Length} bytes, but a ranker's model of {HeaderLength + length + SHA256.HashSizeInBytes} began: it was cut off, or something follows it.");
        }

        if (!SHA256.HashData(bytes.AsSpan(0, bytes.Length - SHA256.HashSizeInBytes)).AsSpan().SequenceEqual(bytes.AsSpan(bytes.Length - SHA256.HashSizeInBytes)))
        {
            throw new CallerException($"{name}: the ranker's model does not match its checksum: it was changed or damaged.");
        }
    }

    private static List<TreeModel> ReadModels(BinaryReader reader, string name)
    {
        var count = reader.ReadInt32();
        if (count is < 0 or > MostModels)
        {
            throw new InvalidDataException($"{count} models; there must be 0 to {MostModels}.");
        }

        return [.. Enumerable.Range(0, count).Select(_ => TreeModel.Load(reader.BaseStream, name))];
    }
}
