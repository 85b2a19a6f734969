using System.Text.Json.Nodes;
using Recommender.AwsEmulator;
using Recommender.Infra.Tests.Compute;
using Recommender.Infra.Tests.Harness;
using Recommender.Lake.Tables;
using Recommender.Pipeline.Graph;

namespace Recommender.Infra.Tests.Tasks;

/// <summary>The stack that other tests make in an emulator, which do not know the infrastructure, is the one that the infrastructure makes.</summary>
public sealed class EmulatorStackTests
{
    [Fact]
    public async Task Its_tables_are_those_of_the_graph()
    {
        var graph = await TaskRecording.GraphAsync();
        var made = graph.OfType("glue/catalogTable:CatalogTable").ToDictionary(table => $"{table.Text("databaseName")}.{table.Text("name")}", CatalogTable.Input);
        var emulated = GroceryPipeline.Tables.SelectMany(table => Emulated(graph, table)).ToDictionary();

        var streams = GroceryPipeline.Streams.Select(table => Name(graph, table));
        Assert.Equal(made.Keys.Except(streams).Order(StringComparer.Ordinal), emulated.Keys.Order(StringComparer.Ordinal));
        Faults.None(emulated.Where(table => !JsonNode.DeepEquals(table.Value, made[table.Key])).Select(table => $"{table.Key}: {table.Value.ToJsonString()} in the emulator, {made[table.Key].ToJsonString()} in the graph"));
    }

    [Fact]
    public async Task Its_environment_is_that_of_the_task_that_knows_most()
    {
        var graph = await TaskRecording.GraphAsync();
        await using var server = await AwsEmulatorServer.StartAsync(new EmulatorOptions(), TestContext.Current.CancellationToken);
        var emulated = EmulatorStack.Create(server, graph.Stack, []).Environment("/work");
        var container = JsonNode.Parse(graph.Definition("transform").Text("containerDefinitions")!)!.AsArray().Single()!;
        var given = container["environment"]!.AsArray().ToDictionary(variable => (string)variable!["name"]!, variable => (string)variable!["value"]!);

        // Buckets have the account in their names, which the emulator leaves out.
        string Short(string value) => value.Replace($"-{CloudNames.Account}", "", StringComparison.Ordinal);
        Assert.Equal(
            given.Where(variable => variable.Key.StartsWith("RECOMMENDER_", StringComparison.Ordinal)).Select(variable => $"{variable.Key}={Short(variable.Value)}").Order(StringComparer.Ordinal),
            emulated.Where(variable => variable.Key.StartsWith("RECOMMENDER_", StringComparison.Ordinal)).Select(variable => $"{variable.Key}={variable.Value}").Order(StringComparer.Ordinal));
    }

    private static IEnumerable<KeyValuePair<string, JsonObject>> Emulated(StackGraph graph, TableDeclaration table)
    {
        var prefix = $"s3://{graph.Output($"buckets.{table.Name.Zone.SqlName()}")}/{table.Name.Table}";
        IEnumerable<TableDeclaration> both = table.HasQuarantine ? [table, Quarantine.DeclarationOf(table)] : [table];
        return both.Select(declared => KeyValuePair.Create(Name(graph, declared), StackTable.Input(declared, prefix)));
    }

    private static string Name(StackGraph graph, TableDeclaration table) => $"{graph.Output($"databases.{table.Name.Zone.SqlName()}")}.{table.Name.Table}";
}
