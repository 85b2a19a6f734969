using System.Text.Json.Nodes;
using Pulumi;
using Recommender.Infra.Cataloguing;
using Recommender.Infra.Networking;
using Recommender.Infra.Policies;
using Recommender.Infra.Querying;
using Recommender.Infra.Settings;
using Recommender.Infra.Storage;
using Recommender.Infra.Tests.Harness;
using Recommender.Lake.Tables;
using Recommender.Pipeline.Graph;

namespace Recommender.Infra.Tests.Storage;

/// <summary>The network, the lake, its catalog and its workgroups alone, wired from a stack's settings.</summary>
internal static class LakeStack
{
    private static readonly Dictionary<string, Task<StackGraph>> _built = [];

    /// <summary>The graph of a stack as committed.</summary>
    public static Task<StackGraph> OfAsync(string stack) => _built.TryGetValue(stack, out var graph) ? graph : _built[stack] = BuildAsync(StackVariant.Committed(stack));

    /// <summary>The graph of a stack with other settings.</summary>
    public static Task<StackGraph> WithAsync(string stack, params (string Setting, JsonNode Value)[] changes)
    {
        var committed = StackVariant.Committed(stack);
        return BuildAsync(committed with { Changes = [.. committed.Changes, .. changes] });
    }

    /// <summary>The graph of a stack with other tables than the pipeline's.</summary>
    public static Task<StackGraph> WithTablesAsync(string stack, params TableDeclaration[] tables) => BuildAsync(StackVariant.Committed(stack), tables);

    /// <summary>The network's arguments.</summary>
    public static NetworkArgs NetworkOf(StackContext context, Input<string> keyArn) => new()
    {
        Context = context,
        KeyArn = keyArn,
    };

    private static Task<StackGraph> BuildAsync(StackVariant variant, IReadOnlyList<TableDeclaration>? tables = null) =>
        GraphBuilder.BuildAsync(variant, () => Wire(StackContext.Current(), tables ?? GroceryPipeline.Tables));

    private static Dictionary<string, object?> Wire(StackContext context, IReadOnlyList<TableDeclaration> tables)
    {
        var settings = context.Settings;
        var lake = new DataLake("lake", new()
        {
            Context = context,
            LogDeliveries = bucket => [new("DeliverOtherLogs") { Actions = ["s3:PutObject"], Resources = [Output.Format($"{bucket}/other/*")], Principals = [PolicyPrincipal.Services("logdelivery.elasticloadbalancing.amazonaws.com")] }],
        });
        var network = new Network("network", NetworkOf(context, lake.KeyArn));
        var catalog = new Catalog("catalog", new() { Context = context, Lake = lake, Tables = tables, Streams = GroceryPipeline.Streams});
        var query = new Query("query", new()
        {
            Context = context,
            Lake = lake,
            Catalog = catalog,
        });
        return new()
        {
            ["subnets"] = network.PrivateSubnetIds,
            ["vpc"] = network.VpcId,
            ["key"] = lake.KeyArn,
            ["jobs"] = network.JobsSecurityGroupId,
            ["endpoints"] = network.EndpointsSecurityGroupId,
            ["prefixList"] = network.S3PrefixListId,
            ["analyst"] = query.AnalystRoleArn,
        };
    }
}
