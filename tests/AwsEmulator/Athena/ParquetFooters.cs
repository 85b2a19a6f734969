using System.Collections.Concurrent;
using Recommender.Lake.DuckDb;

namespace Recommender.AwsEmulator.Athena;

/// <summary>The columns of Parquet files: names in lower case, and physical types. A file is read once, for objects are never changed.</summary>
internal sealed class ParquetFooters
{
    private readonly ConcurrentDictionary<(string Path, string Tag), IReadOnlyDictionary<string, string>> _known = new();

    /// <summary>The columns of each file.</summary>
    /// <param name="connection">The engine.</param>
    /// <param name="files">The files.</param>
    /// <param name="cancellationToken">Gives up.</param>
    public IReadOnlyList<IReadOnlyDictionary<string, string>> Of(DuckDbConnection connection, IReadOnlyList<TableFile> files, CancellationToken cancellationToken)
    {
        foreach (var file in files)
        {
            if (!_known.ContainsKey((file.Path, file.Stored.ETag)))
            {
                _known[(file.Path, file.Stored.ETag)] = Read(connection, file, cancellationToken);
            }
        }

        return [.. files.Select(file => _known[(file.Path, file.Stored.ETag)])];
    }

    private static Dictionary<string, string> Read(DuckDbConnection connection, TableFile file, CancellationToken cancellationToken)
    {
        var columns = new Dictionary<string, string>();
        try
        {
            using var schema = connection.Query(
                $"select lower(name), type from parquet_schema({DuckDbQuote.OneFile(file.Path)}) where type is not null", cancellationToken);
            foreach (var chunk in schema.Chunks())
            {
                for (var row = 0; row < chunk.Count; row++)
                {
                    columns.TryAdd(chunk.GetString(0, row), chunk.GetString(1, row));
                }
            }
        }
        catch (DuckDbSqlException error)
        {
            throw QueryFailedException.Value($"HIVE_BAD_DATA: {file.Uri} is not a valid Parquet File. {error.Message}");
        }

        return columns;
    }
}
