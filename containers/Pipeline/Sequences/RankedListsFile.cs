using System.Text.Json;

namespace Recommender.Pipeline.Sequences;

/// <summary>Writes ranked lists as the published comparisons' evaluations read them: <c>{"user": [item, …], …}</c>.</summary>
internal static class RankedListsFile
{
    /// <summary>Writes the whole file or none of it.</summary>
    public static void Write(string path, IReadOnlyList<(string User, int[] Items)> lists)
    {
        var whole = Path.GetFullPath(path);
        Directory.CreateDirectory(Path.GetDirectoryName(whole)!);
        var unfinished = $"{whole}.{Environment.ProcessId}.unfinished";
        try
        {
            using (var file = File.Create(unfinished))
            using (var json = new Utf8JsonWriter(file))
            {
                json.WriteStartObject();
                foreach (var (user, items) in lists)
                {
                    json.WriteStartArray(user);
                    Array.ForEach(items, json.WriteNumberValue);
                    json.WriteEndArray();
                }

                json.WriteEndObject();
            }

            File.Move(unfinished, whole, overwrite: true);
        }
        finally
        {
            File.Delete(unfinished);
        }
    }
}
