using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using Recommender.AwsEmulator.S3.Conditions;

namespace Recommender.AwsEmulator.S3;

/// <summary>A bucket's objects. A condition is asked, with the object that is there or null, in the same step as the change that hangs on it.</summary>
internal sealed class Bucket
{
    // Names that no path can hold, or that another object's folder stands in the way of, lie here.
    private const string OddFolder = ".odd";
    private const int LongestName = 200;
    private readonly Lock _lock = new();
    private readonly SortedList<string, StoredObject> _objects = new(Utf8Order.Instance);
    private readonly Dictionary<string, long> _deletions = [];
    private readonly string _folder;
    private readonly string _meta;

    private Bucket(string folder, string name)
    {
        Name = name;
        _folder = Directory.CreateDirectory(Path.Combine(folder, "s3", name)).FullName;
        _meta = Directory.CreateDirectory(Path.Combine(folder, "s3-meta", name)).FullName;
    }

    /// <summary>The bucket's name.</summary>
    public string Name { get; }

    /// <summary>When it was made.</summary>
    public DateTimeOffset CreatedAt => new DirectoryInfo(_folder).CreationTimeUtc;

    /// <summary>How many changes it has seen.</summary>
    public long Changes { get; private set; }

    /// <summary>Opens a bucket's folder, making it where missing, with the objects that lie there.</summary>
    public static Bucket Open(string folder, string name)
    {
        var bucket = new Bucket(folder, name);
        foreach (var file in Directory.EnumerateFiles(bucket._meta, "*.json"))
        {
            var stored = JsonSerializer.Deserialize<StoredObject>(File.ReadAllBytes(file))!;
            bucket._objects.Add(stored.Key, stored);
        }

        return bucket;
    }

    /// <summary>An object; null where there is none.</summary>
    public StoredObject? Find(string key)
    {
        lock (_lock)
        {
            return _objects.GetValueOrDefault(key);
        }
    }

    /// <summary>Objects in order, as they are now.</summary>
    /// <param name="prefix">What their keys begin with.</param>
    /// <param name="after">Keys up to and with this one are left out; null for none.</param>
    public IReadOnlyList<StoredObject> List(string prefix, string? after)
    {
        lock (_lock)
        {
            var first = after is not null && Utf8Order.Instance.Compare(after, prefix) >= 0 ? Behind(after) : Behind(prefix) - (_objects.ContainsKey(prefix) ? 1 : 0);
            return [.. Enumerable.Range(first, _objects.Count - first).Select(_objects.GetValueAtIndex).TakeWhile(stored => stored.Key.StartsWith(prefix, StringComparison.Ordinal))];
        }
    }

    /// <summary>The full path of an object's bytes.</summary>
    public string PathOf(StoredObject stored) => Path.Combine(_folder, stored.File);

    /// <summary>Opens an object; its bytes can be read to the end whatever becomes of it meanwhile.</summary>
    public (StoredObject Stored, FileStream Stream) Open(string key, Action<StoredObject?> condition)
    {
        lock (_lock)
        {
            var stored = _objects.GetValueOrDefault(key);
            condition(stored);
            return stored is null ? throw S3Faults.NoSuchKey(key) : (stored, new FileStream(PathOf(stored), FileMode.Open, FileAccess.Read, FileShare.ReadWrite | FileShare.Delete));
        }
    }

    /// <summary>Puts an object in place; its file is moved.</summary>
    /// <param name="file">The file.</param>
    /// <param name="stored">The object; where it lies is decided here.</param>
    /// <param name="condition">What must hold; null for nothing.</param>
    /// <returns>The object as it lies.</returns>
    /// <exception cref="Http.AwsFaultException">The condition does not hold, or the object that it is about was deleted meanwhile.</exception>
    public StoredObject Add(string file, StoredObject stored, WriteCondition? condition)
    {
        lock (_lock)
        {
            var present = _objects.GetValueOrDefault(stored.Key);
            if (condition is { Any: true } && _deletions.GetValueOrDefault(stored.Key) > condition.Begun)
            {
                throw S3Faults.ConditionalRequestConflict(stored.Key);
            }

            condition?.Check(stored.Key, present);
            Changes++;
            stored = stored with { File = present?.File ?? PlaceFor(stored.Key) };
            var path = PathOf(stored);
            Directory.CreateDirectory(Path.GetDirectoryName(path)!);
            File.Move(file, path, overwrite: true);
            File.WriteAllBytes(MetaOf(stored.Key), JsonSerializer.SerializeToUtf8Bytes(stored));
            _objects[stored.Key] = stored;
            return stored;
        }
    }

    /// <summary>Deletes an object.</summary>
    /// <returns>Whether it was there.</returns>
    public bool Delete(string key, Action<StoredObject?> condition)
    {
        lock (_lock)
        {
            condition(_objects.GetValueOrDefault(key));
            if (!_objects.TryGetValue(key, out var stored))
            {
                return false;
            }

            _objects.Remove(key);
            _deletions[key] = ++Changes;
            File.Delete(MetaOf(key));
            File.Delete(PathOf(stored));
            RemoveEmptyFolders(Path.GetDirectoryName(PathOf(stored))!);
            return true;
        }
    }

    // How many keys are not greater than one.
    private int Behind(string key)
    {
        var (from, to) = (0, _objects.Count);
        while (from < to)
        {
            var middle = (from + to) / 2;
            (from, to) = Utf8Order.Instance.Compare(_objects.GetKeyAtIndex(middle), key) <= 0 ? (middle + 1, to) : (from, middle);
        }

        return from;
    }

    /// <summary>Removes the folders of a bucket.</summary>
    /// <exception cref="Http.AwsFaultException">Objects lie in it.</exception>
    public void Remove()
    {
        lock (_lock)
        {
            if (_objects.Count > 0)
            {
                throw new Http.AwsFaultException("BucketNotEmpty", "The bucket you tried to delete is not empty", 409);
            }

            Directory.Delete(_folder, recursive: true);
            Directory.Delete(_meta, recursive: true);
        }
    }

    private string MetaOf(string key) => Path.Combine(_meta, $"{HashOf(key)}.json");

    private static string HashOf(string key) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(key)));

    private string PlaceFor(string key)
    {
        var parts = key.Split('/');
        var plain = parts[0] != OddFolder && parts.All(part => part is not "" and not "." and not ".." && !part.Contains('\0', StringComparison.Ordinal) && Encoding.UTF8.GetByteCount(part) <= LongestName);
        return plain && !Directory.Exists(Path.Combine(_folder, key)) && !Ancestors(parts).Any(File.Exists) ? key : Path.Combine(OddFolder, HashOf(key));
    }

    private IEnumerable<string> Ancestors(string[] parts) => Enumerable.Range(1, parts.Length - 1).Select(length => Path.Combine([_folder, .. parts[..length]]));

    private void RemoveEmptyFolders(string folder)
    {
        while (folder.Length > _folder.Length && !Directory.EnumerateFileSystemEntries(folder).Any())
        {
            Directory.Delete(folder);
            folder = Path.GetDirectoryName(folder)!;
        }
    }
}
