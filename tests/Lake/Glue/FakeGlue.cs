using System.Globalization;
using System.Net;
using Amazon;
using Amazon.Glue;
using Amazon.Glue.Model;
using Amazon.Runtime;
using Recommender.Lake.Glue;
using Recommender.Lake.Tables;

namespace Recommender.Lake.Tests.Glue;

/// <summary>A Glue catalog in memory, one database per zone, which the test makes fail.</summary>
internal sealed class FakeGlue() : AmazonGlueClient(new AnonymousAWSCredentials(), RegionEndpoint.EUWest1)
{
    public Dictionary<string, Table> Tables { get; } = [];

    public List<UpdateTableRequest> Updates { get; } = [];

    /// <summary>Called before an operation on a table, which it may make fail.</summary>
    public Action<string, string>? Before { get; set; }

    /// <summary>Called after an operation on a table was done: what it throws is an answer lost.</summary>
    public Action<string, string>? After { get; set; }

    /// <summary>Tables of a page of GetTables.</summary>
    public int OfPage { get; set; } = 2;

    public static Exception Unavailable() =>
        new AmazonGlueException("try later", null, ErrorType.Receiver, "InternalServiceException", "request-9", HttpStatusCode.InternalServerError);

    /// <summary>Makes a declared table, and its quarantine, as <c>infra</c> does.</summary>
    public void Declare(TableDeclaration table, string prefix)
    {
        Add(table.Name.Zone, GlueTableInputs.Of(table, table.Name.Table, $"{prefix}/_empty/"));
        if (table.HasQuarantine)
        {
            var refused = Quarantine.DeclarationOf(table);
            Add(table.Name.Zone, GlueTableInputs.Of(refused, refused.Name.Table, $"{prefix}/_empty/"));
        }
    }

    public string LocationOf(string name) => Tables[name].StorageDescriptor.Location;

    public override Task<GetTableResponse> GetTableAsync(GetTableRequest request, CancellationToken cancellationToken = default)
    {
        Before?.Invoke("GetTable", request.Name);
        return Tables.TryGetValue($"{request.DatabaseName}.{request.Name}", out var table)
            ? Task.FromResult(new GetTableResponse { Table = Copy(table) })
            : throw new EntityNotFoundException("no such table");
    }

    public override Task<GetTablesResponse> GetTablesAsync(GetTablesRequest request, CancellationToken cancellationToken = default)
    {
        var all = Tables.Values.Where(table => table.DatabaseName == request.DatabaseName).OrderBy(table => table.Name, StringComparer.Ordinal).ToList();
        var from = int.Parse(request.NextToken ?? "0", CultureInfo.InvariantCulture);
        var next = from + OfPage < all.Count ? (from + OfPage).ToString(CultureInfo.InvariantCulture) : null;
        return Task.FromResult(new GetTablesResponse { TableList = all.GetRange(from, Math.Min(OfPage, all.Count - from)), NextToken = next });
    }

    public override Task<CreateTableResponse> CreateTableAsync(CreateTableRequest request, CancellationToken cancellationToken = default)
    {
        Before?.Invoke("CreateTable", request.TableInput.Name);
        if (Tables.ContainsKey($"{request.DatabaseName}.{request.TableInput.Name}"))
        {
            throw new AlreadyExistsException("Table already exists.");
        }

        Put(request.DatabaseName, request.TableInput, "0");
        After?.Invoke("CreateTable", request.TableInput.Name);
        return Task.FromResult(new CreateTableResponse());
    }

    public override Task<UpdateTableResponse> UpdateTableAsync(UpdateTableRequest request, CancellationToken cancellationToken = default)
    {
        Before?.Invoke("UpdateTable", request.TableInput.Name);
        var live = Tables[$"{request.DatabaseName}.{request.TableInput.Name}"];
        if (request.VersionId != live.VersionId)
        {
            throw new ConcurrentModificationException("Update table failed due to concurrent modifications.");
        }

        Updates.Add(request);
        Put(request.DatabaseName, request.TableInput, (int.Parse(live.VersionId, CultureInfo.InvariantCulture) + 1).ToString(CultureInfo.InvariantCulture));
        After?.Invoke("UpdateTable", request.TableInput.Name);
        return Task.FromResult(new UpdateTableResponse());
    }

    public override Task<DeleteTableResponse> DeleteTableAsync(DeleteTableRequest request, CancellationToken cancellationToken = default)
    {
        Before?.Invoke("DeleteTable", request.Name);
        return Tables.Remove($"{request.DatabaseName}.{request.Name}")
            ? Task.FromResult(new DeleteTableResponse())
            : throw new EntityNotFoundException("no such table");
    }

    private void Add(Zone zone, TableInput input) => Put($"shop_test_{zone.SqlName()}", input, "0");

    private void Put(string database, TableInput input, string version) => Tables[$"{database}.{input.Name}"] = Copy(new Table
    {
        DatabaseName = database,
        Name = input.Name,
        Description = input.Description,
        Owner = input.Owner,
        Retention = input.Retention,
        StorageDescriptor = input.StorageDescriptor,
        PartitionKeys = input.PartitionKeys,
        TableType = input.TableType,
        Parameters = input.Parameters,
        VersionId = version,
        CreatedBy = "arn:aws:iam::123456789012:role/pulumi",
    });

    /// <summary>Nobody changes the catalog by changing what it answered.</summary>
    private static Table Copy(Table table) => new()
    {
        DatabaseName = table.DatabaseName,
        Name = table.Name,
        Description = table.Description,
        Owner = table.Owner,
        Retention = table.Retention,
        PartitionKeys = table.PartitionKeys is null ? null : [.. table.PartitionKeys],
        TableType = table.TableType,
        Parameters = table.Parameters is null ? null : new(table.Parameters),
        VersionId = table.VersionId,
        CreatedBy = table.CreatedBy,
        StorageDescriptor = new StorageDescriptor
        {
            Location = table.StorageDescriptor.Location,
            InputFormat = table.StorageDescriptor.InputFormat,
            OutputFormat = table.StorageDescriptor.OutputFormat,
            SerdeInfo = table.StorageDescriptor.SerdeInfo,
            Columns = [.. table.StorageDescriptor.Columns],
        },
    };
}
