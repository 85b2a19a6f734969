using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using Recommender.AwsEmulator.Http;
using Recommender.AwsEmulator.Json;

namespace Recommender.AwsEmulator.Glue;

/// <summary>Databases and tables. Names are kept in lower case, as Glue keeps them. Safe for concurrent use; every change is one step.</summary>
/// <param name="clock">The clock of its times.</param>
internal sealed partial class GlueCatalog(TimeProvider clock)
{
    private const int MostVersions = 100_000;

    private readonly Lock _lock = new();
    private readonly SortedDictionary<string, GlueDatabase> _databases = new(StringComparer.Ordinal);

    /// <summary>All databases, sorted by name.</summary>
    public IReadOnlyList<GlueDatabase> Databases
    {
        get
        {
            lock (_lock)
            {
                return [.. _databases.Values];
            }
        }
    }

    /// <summary>Makes a database of a DatabaseInput.</summary>
    /// <exception cref="AwsFaultException">There is one of the name, or it has none.</exception>
    public void CreateDatabase(JsonObject input)
    {
        var kept = Named(input);
        lock (_lock)
        {
            if (!_databases.TryAdd(kept.Text("Name")!, new GlueDatabase(kept, clock.GetUtcNow())))
            {
                throw new AwsFaultException("AlreadyExistsException", "Database already exists.");
            }
        }
    }

    /// <summary>A database; null where there is none.</summary>
    public GlueDatabase? FindDatabase(string name)
    {
        lock (_lock)
        {
            return _databases.GetValueOrDefault(Folded(name));
        }
    }

    /// <summary>Deletes a database with its tables.</summary>
    /// <exception cref="AwsFaultException">There is none.</exception>
    public void DeleteDatabase(string name)
    {
        lock (_lock)
        {
            _databases.Remove(InForce(name).Name);
        }
    }

    /// <summary>A table; null where there is none, or no such database.</summary>
    public GlueTable? Find(string database, string table)
    {
        lock (_lock)
        {
            return _databases.GetValueOrDefault(Folded(database))?.Tables.GetValueOrDefault(Folded(table))?[^1];
        }
    }

    /// <summary>A table.</summary>
    /// <exception cref="AwsFaultException">There is none.</exception>
    public GlueTable Get(string database, string table) => Versions(database, table)[^1];

    /// <summary>The versions of a table that are kept, oldest first.</summary>
    /// <exception cref="AwsFaultException">There is no such table.</exception>
    public IReadOnlyList<GlueTable> Versions(string database, string table)
    {
        lock (_lock)
        {
            return [.. Kept(database, table)];
        }
    }

    /// <summary>The tables of a database, sorted by name.</summary>
    /// <exception cref="AwsFaultException">There is no such database.</exception>
    public IReadOnlyList<GlueTable> Tables(string database)
    {
        lock (_lock)
        {
            return [.. InForce(database).Tables.Values.Select(versions => versions[^1])];
        }
    }

    /// <summary>Makes a table of a TableInput.</summary>
    /// <exception cref="AwsFaultException">There is one of the name, it has none, or there is no such database.</exception>
    public GlueTable Create(string database, JsonObject input)
    {
        var kept = Named(input);
        lock (_lock)
        {
            var now = clock.GetUtcNow();
            var holder = InForce(database);
            var table = new GlueTable(holder.Name, kept, 0, now, now);
            return holder.Tables.TryAdd(table.Name, [table]) ? table : throw new AwsFaultException("AlreadyExistsException", "Table already exists.");
        }
    }

    /// <summary>Replaces what a table is by a TableInput, whole.</summary>
    /// <param name="database">The database.</param>
    /// <param name="input">The TableInput; its name says which table.</param>
    /// <param name="version">The version that must be in force; null for any.</param>
    /// <param name="skipArchive">Whether the version that was in force is forgotten.</param>
    /// <exception cref="AwsFaultException">Another version is in force, or there is no such table.</exception>
    public GlueTable Update(string database, JsonObject input, string? version, bool skipArchive)
    {
        var named = Named(input);
        lock (_lock)
        {
            var versions = Kept(database, named.Text("Name")!);
            var before = versions[^1];
            if (version is not null && version != before.VersionId)
            {
                throw new AwsFaultException("ConcurrentModificationException", "Update table failed due to concurrent modifications.");
            }

            if (!skipArchive && versions.Count >= MostVersions)
            {
                throw new AwsFaultException("ResourceNumberLimitExceededException", "Number of TABLE_VERSION resources exceeds the account limit");
            }

            var after = before with { Input = named, Version = before.Version + 1, Updated = clock.GetUtcNow() };
            if (skipArchive)
            {
                versions.RemoveAt(versions.Count - 1);
            }

            versions.Add(after);
            return after;
        }
    }

    /// <summary>Deletes a table.</summary>
    /// <exception cref="AwsFaultException">There is none.</exception>
    public void Delete(string database, string table)
    {
        lock (_lock)
        {
            _ = Kept(database, table);
            InForce(database).Tables.Remove(Folded(table));
        }
    }

    /// <summary>Names are kept in lower case.</summary>
    public static string Folded(string name) => name.ToLowerInvariant();

    private GlueDatabase InForce(string name) =>
        _databases.GetValueOrDefault(Folded(name)) ?? throw new AwsFaultException("EntityNotFoundException", $"Database {name} not found.");

    private List<GlueTable> Kept(string database, string table) =>
        InForce(database).Tables.GetValueOrDefault(Folded(table)) ?? throw new AwsFaultException("EntityNotFoundException", $"Table {table} not found.");

    private static JsonObject Named(JsonObject input)
    {
        var kept = input.DeepClone().AsObject();
        var name = kept.Required("Name", "InvalidInputException");
        kept["Name"] = NameRule().IsMatch(name)
            ? Folded(name)
            : throw new AwsFaultException("InvalidInputException", $"1 validation error detected: Value '{name}' at 'name' failed to satisfy constraint: Member must satisfy regular expression pattern");
        return kept;
    }

    [GeneratedRegex(@"\A[\u0020-\uD7FF\uE000-\uFFFD\t]{1,255}\z")]
    private static partial Regex NameRule();
}
