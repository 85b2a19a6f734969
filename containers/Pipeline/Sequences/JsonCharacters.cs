using System.Text;
using System.Text.Json;
using System.Text.Unicode;
using Recommender.Lake.Errors;

namespace Recommender.Pipeline.Sequences;

/// <summary>
/// Checks that all texts of a JSON file can be read: readers of JSON look at its signs only, and fail at bytes that are no UTF-8, or
/// at half of a surrogate pair, when a text is asked for.
/// </summary>
internal static class JsonCharacters
{
    /// <summary>Checks a file.</summary>
    /// <param name="path">The file, for messages.</param>
    /// <param name="utf8">What is in it.</param>
    /// <exception cref="CallerException">A text cannot be read; the message says where.</exception>
    public static void Check(string path, ReadOnlySpan<byte> utf8)
    {
        if (!Utf8.IsValid(utf8))
        {
            throw JsonPlace.Fault(path, utf8, FirstInvalid(utf8), "this byte is no UTF-8; save the file as UTF-8");
        }

        // Few files have any; only these are looked through.
        if (utf8.IndexOf("\\uD"u8) >= 0 || utf8.IndexOf("\\ud"u8) >= 0)
        {
            CheckSurrogates(path, utf8);
        }
    }

    private static int FirstInvalid(ReadOnlySpan<byte> utf8)
    {
        var at = 0;
        while (Rune.DecodeFromUtf8(utf8[at..], out _, out var length) == System.Buffers.OperationStatus.Done)
        {
            at += length;
        }

        return at;
    }

    private static void CheckSurrogates(string path, ReadOnlySpan<byte> utf8)
    {
        var reader = new Utf8JsonReader(utf8);
        try
        {
            while (reader.Read())
            {
                if (reader is { TokenType: JsonTokenType.String or JsonTokenType.PropertyName, ValueIsEscaped: true })
                {
                    reader.GetString();
                }
            }
        }
        catch (InvalidOperationException)
        {
            throw JsonPlace.Fault(path, utf8, reader.TokenStartIndex, "this text has half of a surrogate pair, which is no character; write both halves, such as \\ud83d\\ude00");
        }
        catch (JsonException)
        {
            // Whoever reads the file says what is wrong.
        }
    }
}
