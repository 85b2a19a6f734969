using System.Globalization;
using System.Text.Json;
using Recommender.Lake.Errors;

namespace Recommender.Pipeline.Sequences;

/// <summary>Faults of a JSON file that say where they are.</summary>
internal static class JsonPlace
{
    /// <summary>A fault at a byte of the file.</summary>
    /// <param name="path">The file.</param>
    /// <param name="utf8">What is in it.</param>
    /// <param name="offset">The byte, from 0.</param>
    /// <param name="fault">What is wrong there, and what would be right.</param>
    public static CallerException Fault(string path, ReadOnlySpan<byte> utf8, long offset, string fault)
    {
        var before = utf8[..(int)Math.Min(offset, utf8.Length)];
        return Fault(path, before.Count((byte)'\n') + 1, before.Length - (before.LastIndexOf((byte)'\n') + 1) + 1, fault);
    }

    /// <summary>A fault of a text that is not JSON.</summary>
    public static CallerException NotJson(string path, JsonException error)
    {
        // The message ends in its own words for the place.
        var reason = error.Message.Split(" LineNumber:")[0].TrimEnd('.');
        return Fault(path, (error.LineNumber ?? 0) + 1, (error.BytePositionInLine ?? 0) + 1, $"this is not JSON: {reason}");
    }

    private static CallerException Fault(string path, long line, long column, string fault) =>
        new(string.Create(CultureInfo.InvariantCulture, $"{path}: line {line}, column {column}: {fault}"));
}
