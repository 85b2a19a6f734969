namespace Recommender.Ingest.Generation;

/// <summary>
/// The files of one run, under *.partial names until <see cref="Commit"/>; disposing before that removes them, so an
/// interrupted run leaves no half file under a final name.
/// </summary>
internal sealed class OutputFiles : IDisposable
{
    private readonly string _directory;
    private readonly bool _overwrite;
    private readonly Dictionary<string, FileStream> _open = [];

    internal OutputFiles(string directory, bool overwrite)
    {
        _directory = directory;
        _overwrite = overwrite;
        Directory.CreateDirectory(directory);
    }

    /// <summary>Those of <paramref name="names"/> that exist in <paramref name="directory"/>.</summary>
    internal static IReadOnlyList<string> Existing(string directory, IEnumerable<string> names) =>
        names.Where(name => File.Exists(Path.Combine(directory, name))).ToArray();

    internal Stream Create(string name)
    {
        // Unbuffered, as writers pass large blocks; so closing has nothing left to write that could fail.
        var stream = new FileStream(Partial(name), FileMode.Create, FileAccess.Write, FileShare.Read, bufferSize: 0);
        _open.Add(name, stream);
        return stream;
    }

    /// <summary>Closes all files and gives them their final names.</summary>
    internal void Commit()
    {
        foreach (var stream in _open.Values)
        {
            stream.Flush(flushToDisk: true);
            stream.Dispose();
        }

        foreach (var name in _open.Keys)
        {
            File.Move(Partial(name), Path.Combine(_directory, name), _overwrite);
        }

        _open.Clear();
    }

    public void Dispose()
    {
        foreach (var (name, stream) in _open)
        {
            stream.Dispose();
            File.Delete(Partial(name));
        }

        _open.Clear();
    }

    private string Partial(string name) => Path.Combine(_directory, name + ".partial");
}
