using System.Globalization;
using System.Text.Json;
using Recommender.Infra.Settings;
using Recommender.Infra.Tests.Harness;

namespace Recommender.Infra.Tests.Graph;

/// <summary>Settings reach the resources that they are about, in every variant: so uat and prod differ where their files do.</summary>
public sealed class SettingsInGraphTests
{
    [Theory]
    [MemberData(nameof(Graphs.Names), MemberType = typeof(Graphs))]
    public async Task Only_a_stack_without_production_is_emptied_by_force(string name)
    {
        var (graph, settings) = await OfAsync(name);
        Assert.All(graph.OfType("s3/bucket:Bucket"), bucket => Assert.Equal(!settings.Production, bucket.Flag("forceDestroy") ?? false));
        Assert.All(graph.OfType("ecr/repository:Repository"), repository => Assert.Equal(!settings.Production, repository.Flag("forceDelete") ?? false));
        Assert.All(graph.OfType("rds/instance:Instance"), database => Assert.Equal(settings.Production, database.Flag("deletionProtection") ?? false));
    }

    [Theory]
    [MemberData(nameof(Graphs.Names), MemberType = typeof(Graphs))]
    public async Task The_network_has_the_zones_and_the_NAT_gateway_that_were_asked_for(string name)
    {
        var (graph, settings) = await OfAsync(name);
        var network = graph.Only("awsx:ec2:Vpc");
        Assert.Equal(settings.Network.Cidr, network.Text("cidrBlock"));
        Assert.Equal(settings.Network.Zones, network.Number("numberOfAvailabilityZones"));
        Assert.Equal(settings.Network.Nat, network.Text("natGateways.strategy") is not (null or "None"));
        var interfaces = graph.OfType("ec2/vpcEndpoint:VpcEndpoint").Where(endpoint => endpoint.Text("vpcEndpointType") == "Interface").ToList();
        Assert.NotEmpty(interfaces);
        Assert.All(interfaces, endpoint => Assert.Equal(settings.Network.EndpointZones, endpoint.List("subnetIds").Length));
    }

    [Theory]
    [MemberData(nameof(Graphs.Names), MemberType = typeof(Graphs))]
    public async Task Workgroups_stop_queries_at_their_cutoffs(string name)
    {
        var (graph, settings) = await OfAsync(name);
        var cutoffs = graph.OfType("athena/workgroup:Workgroup").ToDictionary(workgroup => workgroup.Text("name")!, workgroup => workgroup.Number("configuration.bytesScannedCutoffPerQuery"));
        const double GiB = 1L << 30;
        Assert.Equal(settings.Query.JobsCutoffGiB * GiB, cutoffs[$"recommender-{graph.Stack}-jobs"]);
        Assert.Equal(settings.Query.AnalystsCutoffGiB * GiB, cutoffs[$"recommender-{graph.Stack}-analysts"]);
        Assert.Equal(settings.Query.DashboardsCutoffGiB * GiB, cutoffs[$"recommender-{graph.Stack}-dashboards"]);
        Assert.Equal(3, cutoffs.Count);
    }

    [Theory]
    [MemberData(nameof(Graphs.Names), MemberType = typeof(Graphs))]
    public async Task The_lake_keeps_what_it_was_told_to_keep(string name)
    {
        var (graph, settings) = await OfAsync(name);
        IEnumerable<object> Rules(string zone) => graph.OfType("s3/bucketLifecycleConfiguration:BucketLifecycleConfiguration")
            .Single(rules => rules.Text("bucket") == $"recommender-{graph.Stack}-{zone}-{CloudNames.Account}").List("rules");
        double?[] Days(string zone, string path) => [.. Rules(zone).Select(rule => GraphValue.At(rule, path) as double?).Where(days => days is not null)];

        Assert.Equal(settings.Lake.RawToGlacierDays == 0 ? [] : [settings.Lake.RawToGlacierDays], Days("raw", "transitions[0].days"));
        Assert.Empty(Days("raw", "expiration.days"));
        Assert.Empty(Days("curated", "transitions[0].days"));
        Assert.Equal([settings.Lake.ResultsDays], Days("results", "expiration.days"));
        Assert.Equal([settings.Lake.AccessLogsDays], Days("logs", "expiration.days"));
        foreach (var zone in new[] { "raw", "clean", "curated", "ml", "published", "results", "logs" })
        {
            Assert.Contains(settings.Lake.AbortUploadsDays, Days(zone, "abortIncompleteMultipartUpload.daysAfterInitiation"));
            Assert.Contains(settings.Lake.OldVersionsDays, Days(zone, "noncurrentVersionExpiration.noncurrentDays"));
        }
    }

    [Theory]
    [MemberData(nameof(Graphs.Names), MemberType = typeof(Graphs))]
    public async Task The_database_is_as_large_and_as_safe_as_asked_for(string name)
    {
        var (graph, settings) = await OfAsync(name);
        Assert.Equal(settings.Database.Enabled ? 1 : 0, graph.OfType("rds/instance:Instance").Count());
        foreach (var database in graph.OfType("rds/instance:Instance"))
        {
            Assert.Equal(settings.Database.InstanceClass, database.Text("instanceClass"));
            Assert.Equal(settings.Database.StorageGiB, database.Number("allocatedStorage"));
            Assert.Equal(settings.Database.MaxStorageGiB, database.Number("maxAllocatedStorage"));
            Assert.Equal(settings.Database.MultiAz, database.Flag("multiAz") ?? false);
            Assert.Equal(settings.Database.BackupDays, database.Number("backupRetentionPeriod"));
            Assert.Equal(settings.Database.RotationDays, graph.Only("secretsmanager/secretRotation:SecretRotation").Number("rotationRules.automaticallyAfterDays"));
        }
    }

    [Theory]
    [MemberData(nameof(Graphs.Names), MemberType = typeof(Graphs))]
    public async Task Tasks_have_the_sizes_and_images_that_were_asked_for(string name)
    {
        var (graph, settings) = await OfAsync(name);
        var images = settings.Containers.Images;
        var sizes = new[] { settings.Containers.Jobs, settings.Containers.Training, settings.Containers.Scoring, settings.Containers.Serving }.Select(size => $"{size.Cpu} {size.MemoryMiB} {size.DiskGiB}").ToHashSet();
        var tasks = graph.OfType("ecs/taskDefinition:TaskDefinition").ToList();
        Assert.Equal((images.Jobs.Length > 0 ? 4 : 0) + (images.Serving.Length > 0 ? 1 : 0), tasks.Count);
        foreach (var task in tasks)
        {
            Assert.Contains($"{task.Text("cpu")} {task.Text("memory")} {task.Number("ephemeralStorage.sizeInGib")?.ToString(CultureInfo.InvariantCulture)}", sizes);
            Assert.Equal(settings.Containers.Architecture, task.Text("runtimePlatform.cpuArchitecture"));
            Assert.Contains(new[] { images.Jobs, images.Training, images.Serving }, digest => task.Text("containerDefinitions")!.Contains($"@{digest}", StringComparison.Ordinal));
        }
    }

    [Theory]
    [MemberData(nameof(Graphs.Names), MemberType = typeof(Graphs))]
    public async Task The_pipeline_runs_when_it_was_told_to(string name)
    {
        var (graph, settings) = await OfAsync(name);
        if (settings.Containers.Images.Jobs.Length == 0)
        {
            Assert.Empty(graph.OfType("sfn/stateMachine:StateMachine"));
            Assert.Empty(graph.OfType("scheduler/schedule:Schedule"));
            return;
        }

        var schedule = graph.OfType("scheduler/schedule:Schedule").Single(schedule => schedule.Text("scheduleExpression") == settings.Pipeline.Schedule);
        Assert.Equal(settings.Pipeline.TimeZone, schedule.Text("scheduleExpressionTimezone"));
        Assert.Equal(settings.Pipeline.Enabled ? "ENABLED" : "DISABLED", schedule.Text("state"));
        var machine = graph.OfType("sfn/stateMachine:StateMachine").Single(machine => machine.Arn == schedule.Text("target.arn"));
        using var definition = JsonDocument.Parse(machine.Text("definition")!);
        Assert.Equal(settings.Pipeline.TimeoutHours * 3600, definition.RootElement.GetProperty("TimeoutSeconds").GetInt32());
    }

    [Theory]
    [MemberData(nameof(Graphs.Names), MemberType = typeof(Graphs))]
    public async Task The_stream_is_there_where_it_was_asked_for(string name)
    {
        var (graph, settings) = await OfAsync(name);
        Assert.Equal(settings.Streaming.Enabled ? 1 : 0, graph.OfType("kinesis/stream:Stream").Count());
        Assert.Equal(settings.Streaming.Enabled ? 1 : 0, graph.OfType("kinesis/firehoseDeliveryStream:FirehoseDeliveryStream").Count());
        foreach (var stream in graph.OfType("kinesis/stream:Stream"))
        {
            Assert.Equal(settings.Streaming.RetentionHours, stream.Number("retentionPeriod"));
            Assert.Equal(settings.Streaming.Shards == 0 ? null : settings.Streaming.Shards, stream.Number("shardCount"));
        }
    }

    [Theory]
    [MemberData(nameof(Graphs.Names), MemberType = typeof(Graphs))]
    public async Task The_API_scales_and_throttles_as_it_was_told(string name)
    {
        var (graph, settings) = await OfAsync(name);
        var expected = settings.Containers.Images.Serving.Length > 0 ? 1 : 0;
        Assert.Equal(expected, graph.OfType("apigatewayv2/stage:Stage").Count());
        Assert.Equal(expected, graph.OfType("appautoscaling/target:Target").Count());
        foreach (var stage in graph.OfType("apigatewayv2/stage:Stage"))
        {
            Assert.Equal(settings.Serving.RequestsPerSecond, stage.Number("defaultRouteSettings.throttlingRateLimit"));
            Assert.Equal(settings.Serving.Burst, stage.Number("defaultRouteSettings.throttlingBurstLimit"));
            var scaling = graph.Only("appautoscaling/target:Target");
            Assert.Equal((settings.Serving.MinTasks, settings.Serving.MaxTasks), (scaling.Number("minCapacity"), scaling.Number("maxCapacity")));
        }
    }

    [Theory]
    [MemberData(nameof(Graphs.Names), MemberType = typeof(Graphs))]
    public async Task Those_are_told_who_were_named(string name)
    {
        var (graph, settings) = await OfAsync(name);
        var mails = graph.OfType("sns/topicSubscription:TopicSubscription").Where(subscription => subscription.Text("protocol") == "email").Select(subscription => subscription.Text("endpoint")!);
        Assert.Equal(settings.Monitoring.Mails, mails);
        Assert.Equal(settings.Monitoring.Slack.Channel.Length > 0 ? 1 : 0, graph.OfType("chatbot/slackChannelConfiguration:SlackChannelConfiguration").Count());
        Assert.Equal(settings.Monitoring.MonthlyBudgetUsd, double.Parse(graph.Only("budgets/budget:Budget").Text("limitAmount")!, CultureInfo.InvariantCulture));
        Assert.Equal(settings.Monitoring.Grafana ? 1 : 0, graph.OfType("grafana/workspace:Workspace").Count());
    }

    [Theory]
    [MemberData(nameof(Graphs.Names), MemberType = typeof(Graphs))]
    public async Task Logs_are_kept_as_long_as_asked_for(string name)
    {
        var (graph, settings) = await OfAsync(name);
        Assert.All(graph.OfType("cloudwatch/logGroup:LogGroup"), group => Assert.Equal(settings.Containers.LogDays, group.Number("retentionInDays")));
    }

    private static async Task<(StackGraph Graph, StackSettings Settings)> OfAsync(string name)
    {
        var variant = StackVariant.All.Single(variant => variant.Name == name);
        using var json = JsonDocument.Parse(variant.Settings().ToJsonString());
        return (await Graphs.OfAsync(name), SettingsReader.Parse(json.RootElement, variant.Stack));
    }
}
