using Amazon.Glue;
using Amazon.Glue.Model;
using Recommender.Lake.Aws;
using Recommender.Lake.Errors;
using Recommender.Lake.Tables;

namespace Recommender.Lake.Glue;

/// <summary>The Glue catalog's tables of a lake. Calls block.</summary>
/// <param name="client">The client, whose configuration bounds the retries.</param>
/// <param name="lake">By zone, the databases.</param>
public sealed class GlueCatalog(IAmazonGlue client, AwsLakeSettings lake)
{
    /// <summary>A live table; null where there is none of that name.</summary>
    /// <exception cref="CallerException">This task knows no database of the zone.</exception>
    /// <exception cref="EnvironmentException">Glue cannot be asked.</exception>
    public Table? Find(TableName table, CancellationToken cancellationToken)
    {
        var request = new GetTableRequest { DatabaseName = Database(table.Zone), Name = table.Table };
        return Call<Table?>(
            "GetTable",
            table,
            async token =>
            {
                try
                {
                    return (await client.GetTableAsync(request, token).ConfigureAwait(false)).Table;
                }
                catch (EntityNotFoundException)
                {
                    return null;
                }
            },
            cancellationToken);
    }

    /// <summary>The names of all tables of a zone's database.</summary>
    public IReadOnlyList<string> Names(Zone zone, CancellationToken cancellationToken)
    {
        var names = new List<string>();
        var database = Database(zone);
        string? next = null;
        do
        {
            var request = new GetTablesRequest { DatabaseName = database, NextToken = next };
            var page = AwsFault.Call($"Glue GetTables of {database}", token => client.GetTablesAsync(request, token), cancellationToken);
            names.AddRange((page.TableList ?? []).Select(table => table.Name));
            next = page.NextToken;
        }
        while (!string.IsNullOrEmpty(next));
        return names;
    }

    /// <summary>Makes a table, unless it is there and lies where it should: a first attempt whose answer was lost has made it.</summary>
    public void Create(Zone zone, TableInput input, CancellationToken cancellationToken)
    {
        var request = new CreateTableRequest { DatabaseName = Database(zone), TableInput = input };
        var table = new TableName(zone, input.Name);
        try
        {
            Call("CreateTable", table, token => client.CreateTableAsync(request, token), cancellationToken);
        }
        catch (EnvironmentException error) when (error.InnerException is AlreadyExistsException)
        {
            if (Find(table, cancellationToken)?.StorageDescriptor.Location != input.StorageDescriptor.Location)
            {
                throw;
            }
        }
    }

    /// <summary>Removes a table; there need be none.</summary>
    public void Drop(TableName table, CancellationToken cancellationToken)
    {
        var request = new DeleteTableRequest { DatabaseName = Database(table.Zone), Name = table.Table };
        Call(
            "DeleteTable",
            table,
            async token =>
            {
                try
                {
                    return await client.DeleteTableAsync(request, token).ConfigureAwait(false);
                }
                catch (EntityNotFoundException)
                {
                    return new DeleteTableResponse();
                }
            },
            cancellationToken);
    }

    /// <summary>
    /// Replaces a table where it is still what it was. Glue keeps no copy of what it was before: manifests tell the history of a table, and Glue's own
    /// would end in its limit of versions of a table.
    /// </summary>
    /// <param name="zone">The zone.</param>
    /// <param name="input">The table.</param>
    /// <param name="version">The version it must still have.</param>
    /// <param name="cancellationToken">Stops it.</param>
    /// <returns>Whether it was so replaced; false where it had another version.</returns>
    public bool Update(Zone zone, TableInput input, string version, CancellationToken cancellationToken)
    {
        var request = new UpdateTableRequest { DatabaseName = Database(zone), TableInput = input, VersionId = version, SkipArchive = true };
        return Call(
            "UpdateTable",
            new TableName(zone, input.Name),
            async token =>
            {
                try
                {
                    await client.UpdateTableAsync(request, token).ConfigureAwait(false);
                    return true;
                }
                catch (ConcurrentModificationException)
                {
                    return false;
                }
            },
            cancellationToken);
    }

    private string Database(Zone zone) => lake.Databases.TryGetValue(zone, out var database)
        ? database
        : throw new CallerException($"no Glue database of zone {zone.SqlName()} is named: set RECOMMENDER_DATABASE_{zone.SqlName().ToUpperInvariant()}");

    private T Call<T>(string operation, TableName table, Func<CancellationToken, Task<T>> call, CancellationToken cancellationToken) =>
        AwsFault.Call($"Glue {operation} of {Database(table.Zone)}.{table.Table}", call, cancellationToken);
}
