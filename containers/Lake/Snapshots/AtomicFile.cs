namespace Recommender.Lake.Snapshots;

/// <summary>Files that are there whole or not at all, also after a crash.</summary>
internal static class AtomicFile
{
    /// <summary>Writes a file beside the target, makes it durable, and renames it over the target.</summary>
    public static void Replace(string path, ReadOnlySpan<byte> content)
    {
        var fresh = path + ".new";
        try
        {
            using (var handle = File.OpenHandle(fresh, FileMode.Create, FileAccess.Write))
            {
                RandomAccess.Write(handle, content, 0);
                RandomAccess.FlushToDisk(handle);
            }

            File.Move(fresh, path, overwrite: true);
        }
        catch (IOException)
        {
            // On a full disk the torn file would take the room that the next attempt needs.
            File.Delete(fresh);
            throw;
        }
    }

    /// <summary>Makes a file that another library wrote durable.</summary>
    public static void Flush(string path)
    {
        using var handle = File.OpenHandle(path, FileMode.Open, FileAccess.ReadWrite);
        RandomAccess.FlushToDisk(handle);
    }
}
