using System.Text.Json;

namespace Recommender.Pipeline.Sequences;

/// <summary>
/// A file of ranked lists as the published comparisons' evaluations read them: <c>{"user": [item, …], …}</c>. It is begun before there
/// are lists, so that a place that cannot be written to is known before the work; the whole file appears at the end, or none of it.
/// </summary>
internal sealed class RankedListsFile : IDisposable
{
    private readonly string _path;
    private readonly string _unfinished;
    private readonly FileStream _file;

    /// <summary>Begins a file, and makes its folder where there is none.</summary>
    /// <param name="path">The file.</param>
    /// <exception cref="IOException">The folder or the file cannot be made.</exception>
    public RankedListsFile(string path)
    {
        _path = Path.GetFullPath(path);
        _unfinished = $"{_path}.{Environment.ProcessId}.unfinished";
        Directory.CreateDirectory(Path.GetDirectoryName(_path)!);
        _file = File.Create(_unfinished);
    }

    /// <summary>Writes the lists, once, and puts the file in its place.</summary>
    public void Write(IReadOnlyList<(string User, int[] Items)> lists)
    {
        using (var json = new Utf8JsonWriter(_file))
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

        _file.Dispose();
        File.Move(_unfinished, _path, overwrite: true);
    }

    /// <summary>Leaves nothing behind of a file that was not written.</summary>
    public void Dispose()
    {
        _file.Dispose();
        File.Delete(_unfinished);
    }
}
