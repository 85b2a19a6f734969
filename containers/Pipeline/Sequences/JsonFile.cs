using Recommender.Lake.Errors;

namespace Recommender.Pipeline.Sequences;

/// <summary>Reads the bytes of a file that the caller named.</summary>
internal static class JsonFile
{
    private static ReadOnlySpan<byte> ByteOrderMark => [0xEF, 0xBB, 0xBF];

    /// <summary>All bytes but a byte order mark; texts in them can be read.</summary>
    /// <param name="option">The option that named the file.</param>
    /// <param name="path">The file.</param>
    /// <exception cref="CallerException">There is no such file, it has more than 2 GiB, or texts in it cannot be read.</exception>
    public static ReadOnlyMemory<byte> Read(string option, string path)
    {
        if (!File.Exists(path))
        {
            throw new CallerException(Directory.Exists(path) ? $"{option} {path}: this is a folder; name a JSON file" : $"{option} {path}: there is no such file");
        }

        if (new FileInfo(path).Length > Array.MaxLength)
        {
            throw new CallerException($"{option} {path}: the file has more than 2 GiB, which is more than can be read at once");
        }

        var bytes = File.ReadAllBytes(path);
        var text = bytes.AsMemory(bytes.AsSpan().StartsWith(ByteOrderMark) ? ByteOrderMark.Length : 0);
        JsonCharacters.Check(path, text.Span);
        return text;
    }
}
