namespace Recommender.Ingest.Generation;

/// <summary>
/// The files of one run, under *.partial names until <see cref="Commit"/>; disposing before that removes them, so an
/// interrupted run leaves no half file under a final name.
/// </summary>
internal sealed class OutputFiles : IDisposable
{
    private readonly string directory;
    private readonly bool overwrite;
    private readonly Dictionary<string, FileStream> open = [];

    internal OutputFiles(string directory, bool overwrite)
    {
        this.directory = directory;
        this.overwrite = overwrite;
        Directory.CreateDirectory(directory);
    }

    /// <summary>Those of <paramref name="names"/> that exist in <paramref name="directory"/>.</summary>
    internal static IReadOnlyList<string> Existing(string directory, IEnumerable<string> names) =>
        names.Where(name => File.Exists(Path.Combine(directory, name))).ToArray();

    internal Stream Create(string name)
    {
        // Unbuffered, as writers pass large blocks; so closing has nothing left to write that could fail.
        var stream = new FileStream(Partial(name), FileMode.Create, FileAccess.Write, FileShare.Read, bufferSize: 0);
        open.Add(name, stream);
        return stream;
    }

    /// <summary>Closes all files and gives them their final names.</summary>
    internal void Commit()
    {
        foreach (var stream in open.Values)
        {
            stream.Flush(flushToDisk: true);
            stream.Dispose();
        }

        foreach (var name in open.Keys)
        {
            File.Move(Partial(name), Path.Combine(directory, name), overwrite);
        }

        open.Clear();
    }

    public void Dispose()
    {
        foreach (var (name, stream) in open)
        {
            stream.Dispose();
            File.Delete(Partial(name));
        }

        open.Clear();
    }

    private string Partial(string name) => Path.Combine(directory, name + ".partial");
}
