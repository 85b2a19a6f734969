using System.Text.Json.Nodes;
using Recommender.AwsEmulator;
using Recommender.AwsEmulator.Athena;
using Recommender.AwsEmulator.Glue;
using Recommender.Infra.Tests.Harness;

namespace Recommender.Infra.Tests.Tasks;

/// <summary>An emulated AWS with what <c>pulumi up</c> would make for a stack's lake: its buckets, databases, tables and workgroups, by the stack's own graph.</summary>
internal static class EmulatedStack
{
    /// <summary>Starts it.</summary>
    /// <param name="graph">The stack.</param>
    public static async Task<AwsEmulatorServer> StartAsync(StackGraph graph)
    {
        var options = new EmulatorOptions { Account = CloudNames.Account, Region = CloudNames.Region, Stack = graph.Stack };
        var server = await AwsEmulatorServer.StartAsync(options, TestContext.Current.CancellationToken);
        foreach (var bucket in graph.OfType("s3/bucket:Bucket"))
        {
            server.Objects.CreateBucket(bucket.Text("bucket")!);
        }

        MakeCatalog(graph, server.Service<GlueService>().Catalog);
        foreach (var workgroup in graph.OfType("athena/workgroup:Workgroup"))
        {
            server.Service<AthenaService>().Put(new(
                workgroup.Text("name")!,
                workgroup.Text("configuration.resultConfiguration.outputLocation"),
                workgroup.Flag("configuration.enforceWorkgroupConfiguration") == true,
                (long?)workgroup.Number("configuration.bytesScannedCutoffPerQuery"),
                DateTimeOffset.UnixEpoch));
        }

        return server;
    }

    private static void MakeCatalog(StackGraph graph, GlueCatalog catalog)
    {
        foreach (var database in graph.OfType("glue/catalogDatabase:CatalogDatabase"))
        {
            catalog.CreateDatabase(new JsonObject { ["Name"] = database.Text("name"), ["LocationUri"] = database.Text("locationUri") });
        }

        foreach (var table in graph.OfType("glue/catalogTable:CatalogTable"))
        {
            catalog.Create(table.Text("databaseName")!, CatalogTable.Input(table));
        }
    }
}
