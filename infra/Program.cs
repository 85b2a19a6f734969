using Pulumi;
using Recommender.Infra.Api;
using Recommender.Infra.Cataloguing;
using Recommender.Infra.Components;
using Recommender.Infra.Compute;
using Recommender.Infra.ContinuousDelivery;
using Recommender.Infra.Databases;
using Recommender.Infra.Events;
using Recommender.Infra.Networking;
using Recommender.Infra.Observability;
using Recommender.Infra.Orchestration;
using Recommender.Infra.Querying;
using Recommender.Infra.Reporting;
using Recommender.Infra.Settings;
using Recommender.Infra.Storage;
using Recommender.Lake.Tables;
using Recommender.Pipeline.Graph;
using PipelineMachine = Recommender.Infra.Orchestration.Pipeline;

namespace Recommender.Infra;

/// <summary>What <c>pulumi up</c> runs: one page that wires the components of a stack.</summary>
public static class Program
{
    /// <summary>Deploys the stack that Pulumi selected.</summary>
    public static Task<int> Main() => Deployment.RunAsync(() => Task.FromResult(Wire()), Options());

    /// <summary>The options of every stack: its tags on everything.</summary>
    public static StackOptions Options() => new()
    {
        ResourceTransformations = { Tagging.Of(new(() => StackTags.Of(Deployment.Instance.StackName, SettingsReader.Read()))) },
    };

    /// <summary>Makes the components of the current stack.</summary>
    /// <returns>The stack's outputs: what people need next.</returns>
    public static IDictionary<string, object?> Wire()
    {
        var context = StackContext.Current();
        var settings = context.Settings;

        // CI/CD may make roles only under the boundary, so every role of the stack but CI/CD's own has it.
        var boundary = new PermissionsBoundary("boundary", new() { Context = context });
        ComponentResourceOptions Bounded() => new() { ResourceTransformations = { boundary.OnRoles } };

        var lake = new DataLake("lake", new()
        {
            Context = context,
            LogDeliveries = bucket => [BalancerLogs.Statement(context, bucket)],
        }, Bounded());
        var network = new Network("network", new()
        {
            Context = context,
            KeyArn = lake.KeyArn,
        }, Bounded());
        var catalog = new Catalog("catalog", new()
        {
            Context = context,
            Lake = lake,
            Tables = GroceryPipeline.Tables,
            Streams = GroceryPipeline.Streams,
        }, Bounded());
        var query = new Query("query", new()
        {
            Context = context,
            Lake = lake,
            Catalog = catalog,
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
        var alerting = new Alerting("alerting", new() { Context = context, KeyArn = lake.KeyArn }, Bounded());
        var pipeline = containers.Jobs.Count == 0 ? null : new PipelineMachine("pipeline", new()
        {
            Context = context,
            Graph = GroceryPipeline.Blueprint(),
            ClusterArn = containers.ClusterArn,
            ClusterName = containers.ClusterName,
            Jobs = containers.Jobs.ToDictionary(job => job.Key, job => new PipelineJob(job.Value.DefinitionArn, job.Value.ContainerName, job.Value.TaskRoleArn, job.Value.ExecutionRoleArn)),
            SubnetIds = network.PrivateSubnetIds,
            SecurityGroupId = network.JobsSecurityGroupId,
            Lake = context.LakeUri,
            RawBucketName = lake.Raw.Name,
            AlertTopicArn = alerting.TopicArn,
            KeyArn = lake.KeyArn,
        }, Bounded());
        var events = GroceryPipeline.Streams.Single();
        var streaming = !settings.Streaming.Enabled ? null : new Streaming("streaming", new()
        {
            Context = context,
            Table = events,
            DatabaseName = catalog.Databases[Zone.Raw],
            CatalogTableName = catalog.Tables[events.Name].Name,
            Prefix = $"{events.Name.Table}/",
            BucketArn = lake.Raw.Arn,
            KeyArn = lake.KeyArn,
        }, Bounded());
        var serving = containers.Serving is null ? null : new Serving("serving", new()
        {
            Context = context,
            VpcId = network.VpcId,
            SubnetIds = network.PrivateSubnetIds,
            EndpointsSecurityGroupId = network.EndpointsSecurityGroupId,
            S3PrefixListId = network.S3PrefixListId,
            ClusterArn = containers.ClusterArn,
            ClusterName = containers.ClusterName,
            Task = containers.Serving,
            Logs = lake.Logs,
            KeyArn = lake.KeyArn,
        }, Bounded());
        var place = new ReadingPlace(
            query.Dashboards.Name, query.Dashboards.Arn, lake.Results.Arn, query.Dashboards.ResultsPrefix,
            Enum.GetValues<Zone>().ToDictionary(zone => zone, zone => (Input<string>)lake.Bucket(zone).Arn), lake.KeyArn);
        var monitoring = new Monitoring("monitoring", new()
        {
            Context = context,
            TopicArn = alerting.TopicArn,
            Workgroups = [new("jobs", query.Jobs.Name), new("analysts", query.Analysts.Name), new("dashboards", query.Dashboards.Name)],
            ClusterName = containers.ClusterName,
            TaskFamilies = [.. containers.Jobs.Select(job => new TaskFamily(job.Key.ToString(), job.Value.Family))],
            Pipeline = pipeline is null ? null : new(pipeline.StateMachineArn, pipeline.DeadLetterQueueName, pipeline.LateWatchArn),
            Api = serving is null ? null : new(serving.ApiId, serving.StageName, serving.LoadBalancerSuffix, serving.TargetGroupSuffix, containers.ClusterName, serving.ServiceName),
            DatabaseInstanceId = database is null ? null : (Input<string>)database.InstanceId,
            Stream = streaming is null ? null : new(streaming.StreamName, streaming.FirehoseName),
            Place = place,
        }, Bounded());
        var dashboards = !settings.Dashboards.Enabled ? null : new Dashboards("dashboards", new() { Context = context, Place = place }, Bounded());
        var delivery = new Delivery("delivery", new() { Context = context, BoundaryArn = boundary.Arn });

        return new Dictionary<string, object?>
        {
            ["buckets"] = Enum.GetValues<Zone>().ToDictionary(zone => zone.SqlName(), zone => lake.Bucket(zone).Name),
            ["resultsBucket"] = lake.Results.Name,
            ["deliveries"] = Output.Format($"s3://{lake.Raw.Name}/{settings.Pipeline.Deliveries}"),
            ["databases"] = catalog.Databases.ToDictionary(database => database.Key.SqlName(), database => database.Value),
            ["workgroups"] = new[] { query.Jobs, query.Analysts, query.Dashboards }.Select(workgroup => workgroup.Name).ToArray(),
            ["analystRole"] = query.AnalystRoleArn,
            ["repositories"] = containers.Repositories.ToDictionary(repository => repository.Key, repository => repository.Value.Url),
            ["cluster"] = containers.ClusterName,
            ["databaseEndpoint"] = database?.Endpoint,
            ["databaseSecret"] = database?.SecretArn,
            ["eventStream"] = streaming?.StreamName,
            ["stateMachine"] = pipeline?.StateMachineArn,
            ["stateMachineUrl"] = pipeline is null ? null : Output.Format($"https://{context.Region}.console.aws.amazon.com/states/home?region={context.Region}#/statemachines/view/{pipeline.StateMachineArn}"),
            ["apiUrl"] = serving?.ApiUrl,
            ["monitoringUrl"] = monitoring.DashboardUrl,
            ["grafanaUrl"] = monitoring.GrafanaUrl,
            ["dashboardUrls"] = dashboards?.DashboardUrls,
            ["deliveryRole"] = delivery.RoleArn,
            ["next"] = Next(pipeline is not null, serving is not null),
        };
    }

    // What a person does next: after the first update there are repositories, but no image in them to run.
    private static string Next(bool pipeline, bool serving) => (pipeline, serving) switch
    {
        (false, _) => "push the images jobs and training to 'repositories', set their digests (containers.images), and run 'pulumi up' again: then there is a pipeline",
        (true, false) => "put a delivery under 'deliveries' and start 'stateMachine'; for an API push the image serving, set its digest, jwtIssuer and jwtAudience, and run 'pulumi up' again",
        (true, true) => "put a delivery under 'deliveries' and start 'stateMachine'",
    };
}
