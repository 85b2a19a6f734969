using System.Text.Json.Nodes;
using Pulumi;
using Recommender.Infra.Api;
using Recommender.Infra.Cataloguing;
using Recommender.Infra.Compute;
using Recommender.Infra.ContinuousDelivery;
using Recommender.Infra.Databases;
using Recommender.Infra.Networking;
using Recommender.Infra.Querying;
using Recommender.Infra.Settings;
using Recommender.Infra.Storage;
using Recommender.Infra.Tests.Harness;
using Recommender.Lake.Tables;
using Recommender.Pipeline.Graph;

namespace Recommender.Infra.Tests.Compute;

/// <summary>Database, containers, API and delivery with what they stand on, wired from a stack's settings.</summary>
internal static class TaskStack
{
    private static readonly Dictionary<string, Task<StackGraph>> _built = [];

    /// <summary>The graph of a stack as committed.</summary>
    public static Task<StackGraph> OfAsync(string stack) => VariantAsync(stack);

    /// <summary>The graph of a variant by its name, such as <c>uat-everything</c>; built once.</summary>
    public static Task<StackGraph> VariantAsync(string name) =>
        _built.TryGetValue(name, out var graph) ? graph : _built[name] = BuildAsync(StackVariant.All.Single(variant => variant.Name == name));

    /// <summary>The graph of a variant.</summary>
    public static Task<StackGraph> BuildAsync(StackVariant variant) => GraphBuilder.BuildAsync(variant, () => Wire(StackContext.Current()));

    /// <summary>The graph of a stack with other settings.</summary>
    public static Task<StackGraph> WithAsync(string stack, params (string Setting, JsonNode Value)[] changes)
    {
        var committed = StackVariant.Committed(stack);
        return BuildAsync(committed with { Changes = [.. committed.Changes, .. changes] });
    }

    private static Dictionary<string, object?> Wire(StackContext context)
    {
        var settings = context.Settings;
        var boundary = new PermissionsBoundary("boundary", new() { Context = context });
        ComponentResourceOptions Bounded() => new() { ResourceTransformations = { boundary.OnRoles } };
        var lake = new DataLake("lake", new()
        {
            Context = context,
            RawToGlacierDays = settings.Lake.RawToGlacierDays,
            OldVersionsDays = settings.Lake.OldVersionsDays,
            ResultsDays = settings.Lake.ResultsDays,
            AccessLogsDays = settings.Lake.AccessLogsDays,
            AbortUploadsDays = settings.Lake.AbortUploadsDays,
            LogDeliveries = bucket => [BalancerLogs.Statement(context, bucket)],
        }, Bounded());
        var network = new Network("network", new()
        {
            Context = context,
            Cidr = settings.Network.Cidr,
            Zones = settings.Network.Zones,
            EndpointZones = settings.Network.EndpointZones,
            Nat = settings.Network.Nat,
            EgressCidrs = settings.Network.EgressCidrs,
            Database = settings.Database.Enabled,
            Streaming = settings.Streaming.Enabled,
            LogDays = settings.Containers.LogDays,
            KeyArn = lake.KeyArn,
        }, Bounded());
        var catalog = new Catalog("catalog", new() { Context = context, Lake = lake, Tables = GroceryPipeline.Tables, Streams = GroceryPipeline.Streams, Encrypt = settings.Lake.EncryptCatalog }, Bounded());
        var query = new Query("query", new()
        {
            Context = context,
            Lake = lake,
            Catalog = catalog,
            JobsCutoffGiB = settings.Query.JobsCutoffGiB,
            AnalystsCutoffGiB = settings.Query.AnalystsCutoffGiB,
            DashboardsCutoffGiB = settings.Query.DashboardsCutoffGiB,
        }, Bounded());
        var database = !settings.Database.Enabled ? null : new SourceDatabase("database", new()
        {
            Context = context,
            VpcId = network.VpcId,
            SubnetIds = network.PrivateSubnetIds,
            JobsSecurityGroupId = network.JobsSecurityGroupId,
            KeyArn = lake.KeyArn,
        }, Bounded());
        var containers = new Containers("containers", new()
        {
            Context = context,
            KeyArn = lake.KeyArn,
            Buckets = Enum.GetValues<Zone>().ToDictionary(zone => zone, zone => (Input<string>)lake.Bucket(zone).Name),
            ResultsBucket = lake.Results.Name,
            JobsWorkgroup = query.Jobs.Name,
            Tables = GroceryPipeline.Tables,
            Database = database,
        }, Bounded());
        var serving = containers.Serving is not { } task ? null : new Serving("serving", new()
        {
            Context = context,
            VpcId = network.VpcId,
            SubnetIds = network.PrivateSubnetIds,
            EndpointsSecurityGroupId = network.EndpointsSecurityGroupId,
            S3PrefixListId = network.S3PrefixListId,
            ClusterArn = containers.ClusterArn,
            ClusterName = containers.ClusterName,
            Task = task,
            Logs = lake.Logs,
            KeyArn = lake.KeyArn,
        }, Bounded());
        var delivery = new Delivery("delivery", new() { Context = context, BoundaryArn = boundary.Arn });
        return new()
        {
            ["jobsGroup"] = network.JobsSecurityGroupId,
            ["endpointsGroup"] = network.EndpointsSecurityGroupId,
            ["prefixList"] = network.S3PrefixListId,
            ["key"] = lake.KeyArn,
            ["databaseEndpoint"] = database?.Endpoint,
            ["databaseSecret"] = database?.SecretArn,
            ["databaseResource"] = database?.ResourceId,
            ["apiUrl"] = serving?.ApiUrl,
            ["targetGroup"] = serving?.TargetGroupSuffix,
            ["balancer"] = serving?.LoadBalancerSuffix,
            ["deliveryRole"] = delivery.RoleArn,
            ["boundary"] = boundary.Arn,
        };
    }
}
