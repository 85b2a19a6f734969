using System.Text.Json.Nodes;
using Recommender.AwsEmulator.Faults;
using Recommender.Emulator.Tests.Support;
using Recommender.Lake.Tables;
using Recommender.Tests;

namespace Recommender.Emulator.Tests.Athena;

/// <summary>The emulated Athena and Glue under AWS's own command line.</summary>
public sealed class AthenaCommandLineTests : AthenaEmulatorTest, IDisposable
{
    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task A_query_is_started_followed_read_and_stopped()
    {
        AwsCommandLine.Require();
        var id = (string)(await DoAsync("athena", "start-query-execution", "--query-string", "select 1 as x, null as y", "--work-group", Stack.Workgroup))["QueryExecutionId"]!;
        await EndAsync(id);

        var execution = (await DoAsync("athena", "get-query-execution", "--query-execution-id", id))["QueryExecution"]!;
        var rows = (await DoAsync("athena", "get-query-results", "--query-execution-id", id))["ResultSet"]!["Rows"]!.AsArray();

        Assert.Equal(("SUCCEEDED", "DML"), ((string)execution["Status"]!["State"]!, (string)execution["StatementType"]!));
        Assert.Equal("""[{"Data":[{"VarCharValue":"x"},{"VarCharValue":"y"}]},{"Data":[{"VarCharValue":"1"},{}]}]""", rows.ToJsonString());
        Inject(new() { Kind = QueryFaultKind.StuckInQueue });
        var stuck = (string)(await DoAsync("athena", "start-query-execution", "--query-string", "select 2", "--work-group", Stack.Workgroup))["QueryExecutionId"]!;
        await DoAsync("athena", "stop-query-execution", "--query-execution-id", stuck);
        Assert.Equal("CANCELLED", (string)(await DoAsync("athena", "get-query-execution", "--query-execution-id", stuck))["QueryExecution"]!["Status"]!["State"]!);
        var (status, _, errors) = await Command.RunAsync(Cancellation, "athena", "start-query-execution", "--query-string", "selec 1", "--work-group", Stack.Workgroup);
        Assert.NotEqual(0, status);
        Assert.Contains("(InvalidRequestException) when calling the StartQueryExecution operation", errors, StringComparison.Ordinal);
        Assert.Contains(": line 1:1: mismatched input 'selec'", errors, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_table_is_made_moved_and_deleted()
    {
        AwsCommandLine.Require();
        var database = Stack.Database(Zone.Clean);
        await DoAsync("glue", "create-table", "--database-name", database, "--table-input", Table("s3://recommender-uat-clean/t/s1/"));
        var made = (await DoAsync("glue", "get-table", "--database-name", database, "--name", "t"))["Table"]!;
        await DoAsync("glue", "update-table", "--database-name", database, "--table-input", Table("s3://recommender-uat-clean/t/s2/"), "--version-id", (string)made["VersionId"]!, "--skip-archive");
        var (status, _, errors) = await Command.RunAsync(
            Cancellation, "glue", "update-table", "--database-name", database, "--table-input", Table("s3://recommender-uat-clean/t/s3/"), "--version-id", (string)made["VersionId"]!);
        var moved = (await DoAsync("glue", "get-table", "--database-name", database, "--name", "t"))["Table"]!;
        await DoAsync("glue", "delete-table", "--database-name", database, "--name", "t");

        Assert.NotEqual(0, status);
        Assert.Contains("(ConcurrentModificationException) when calling the UpdateTable operation", errors, StringComparison.Ordinal);
        Assert.Equal(("s3://recommender-uat-clean/t/s2/", "1"), ((string)moved["StorageDescriptor"]!["Location"]!, (string)moved["VersionId"]!));
        Assert.Equal(["orders", "orders__quarantine"], (await DoAsync("glue", "get-tables", "--database-name", database))["TableList"]!.AsArray().Select(table => (string)table!["Name"]!));
        Assert.Equal(2, Server.Log.Of("glue", "GetTable").Count);
    }

    private AwsCommandLine Command => new(Server, _folder.Path);

    private async Task<JsonObject> DoAsync(params string[] arguments)
    {
        var output = await Command.DoAsync(Cancellation, arguments);
        return output.Length == 0 ? [] : JsonNode.Parse(output)!.AsObject();
    }

    private static string Table(string location) => new JsonObject
    {
        ["Name"] = "t",
        ["StorageDescriptor"] = new JsonObject { ["Location"] = location, ["Columns"] = new JsonArray(new JsonObject { ["Name"] = "x", ["Type"] = "bigint" }) },
    }.ToJsonString();
}
