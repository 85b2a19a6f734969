using System.Text.Json.Nodes;
using Recommender.Infra.Tests.Harness;
using Recommender.Infra.Tests.Policies;

namespace Recommender.Infra.Tests.Compute;

public sealed class ContainersTests
{
    private const string Definition = "ecs/taskDefinition:TaskDefinition";
    private const string Repository = "ecr/repository:Repository";

    private static readonly string[] _things = ["ingest", "transform", "train", "score", "serving"];

    [Theory]
    [InlineData("uat")]
    [InlineData("prod")]
    public async Task Repositories_never_change_a_tag_and_scan_what_is_pushed(string stack)
    {
        var graph = await TaskStack.OfAsync(stack);

        Assert.Equal([$"recommender-{stack}-jobs", $"recommender-{stack}-serving", $"recommender-{stack}-training"], graph.OfType(Repository).Select(repository => repository.Text("name")!).Order());
        Assert.All(graph.OfType(Repository), repository =>
        {
            Assert.Equal("IMMUTABLE", repository.Text("imageTagMutability"));
            Assert.True(repository.Flag("imageScanningConfiguration.scanOnPush"));
            Assert.Equal("KMS", repository.Text("encryptionConfigurations[0].encryptionType"));
            Assert.Equal(graph.Key(), repository.Text("encryptionConfigurations[0].kmsKey"));
            Assert.Equal(stack == "uat", repository.Flag("forceDelete"));
            Assert.Equal(stack == "prod", repository.Options.Protect);
            Assert.Equal(stack == "prod", repository.Options.RetainOnDelete);
        });
        Assert.Empty(graph.OfType("ecr/repositoryPolicy:RepositoryPolicy"));
    }

    [Theory]
    [InlineData("uat", 5)]
    [InlineData("prod", 30)]
    public async Task The_newest_images_stay_and_broken_pushes_go(string stack, int keep)
    {
        var graph = await TaskStack.OfAsync(stack);
        var policies = graph.OfType("ecr/lifecyclePolicy:LifecyclePolicy").ToList();

        Assert.Equal(3, policies.Count);
        Assert.All(policies, policy =>
        {
            var rules = JsonNode.Parse(policy.Text("policy")!)!["rules"]!.AsArray();
            Assert.Equal(["untagged", "any"], rules.Select(rule => (string?)rule!["selection"]!["tagStatus"]));
            Assert.Equal(keep, (int)rules[1]!["selection"]!["countNumber"]!);

            // ECR wants the rule for all images to come last.
            Assert.Equal([1, 2], rules.Select(rule => (int)rule!["rulePriority"]!));
        });
    }

    [Fact]
    public async Task The_cluster_is_watched_and_runs_on_Fargate()
    {
        var graph = await TaskStack.OfAsync("prod");
        var cluster = graph.Only("ecs/cluster:Cluster");

        Assert.Equal("containerInsights", cluster.Text("settings[0].name"));
        Assert.Equal("enabled", cluster.Text("settings[0].value"));
        Assert.Equal(["FARGATE"], graph.Only("ecs/clusterCapacityProviders:ClusterCapacityProviders").List("capacityProviders"));
        Assert.Contains("containers-insights", cluster.Options.DependsOn);
        Assert.Equal(90, graph.Get("cloudwatch/logGroup:LogGroup", "containers-insights").Number("retentionInDays"));
    }

    [Fact]
    public async Task Before_the_first_push_there_are_repositories_and_the_cluster_alone()
    {
        var graph = await TaskStack.OfAsync("uat-bootstrap");

        Assert.Equal(3, graph.OfType(Repository).Count());
        Assert.Single(graph.OfType("ecs/cluster:Cluster"));
        Assert.Empty(graph.OfType(Definition));
        Assert.Empty(graph.OfType("ecs/service:Service"));
    }

    [Fact]
    public async Task Jobs_come_without_serving_while_that_has_no_image()
    {
        var graph = await TaskStack.OfAsync("uat-least");

        Assert.Equal(["ingest", "score", "train", "transform"], graph.OfType(Definition).Select(definition => definition.Text("family")!.Split('-')[^1]).Order());
        Assert.DoesNotContain(graph.Resources, resource => resource.Type.StartsWith("aws:lb/", StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("ingest", "jobs", 'a', 512, 2048, 21)]
    [InlineData("transform", "jobs", 'a', 512, 2048, 21)]
    [InlineData("train", "training", 'b', 4096, 16384, 100)]
    [InlineData("score", "jobs", 'a', 2048, 8192, 50)]
    [InlineData("serving", "serving", 'c', 1024, 4096, 21)]
    public async Task Each_kind_of_task_has_its_image_by_digest_and_its_size(string thing, string image, char digest, int cpu, int memory, int disk)
    {
        var graph = await TaskStack.OfAsync("prod");
        var definition = graph.Definition(thing);

        Assert.Equal($"{CloudNames.Account}.dkr.ecr.{CloudNames.Region}.amazonaws.com/recommender-prod-{image}@sha256:{new string(digest, 64)}", (string?)Container(definition)["image"]);
        Assert.Equal($"{cpu}", definition.Text("cpu"));
        Assert.Equal($"{memory}", definition.Text("memory"));
        Assert.Equal(disk, definition.Number("ephemeralStorage.sizeInGib"));
        Assert.Equal("ARM64", definition.Text("runtimePlatform.cpuArchitecture"));
        Assert.Equal("awsvpc", definition.Text("networkMode"));
        Assert.True(definition.Flag("skipDestroy"));
    }

    [Fact]
    public async Task The_architecture_is_a_setting()
    {
        var graph = await TaskStack.WithAsync("uat", ("containers.architecture", "X86_64"));
        Assert.All(graph.OfType(Definition), definition => Assert.Equal("X86_64", definition.Text("runtimePlatform.cpuArchitecture")));
    }

    [Fact]
    public async Task Containers_may_write_to_their_work_folder_alone_and_have_no_privilege()
    {
        var graph = await TaskStack.OfAsync("prod");
        Assert.Equal(5, graph.OfType(Definition).Count());
        Assert.All(graph.OfType(Definition), definition =>
        {
            var container = Container(definition);
            Assert.True((bool)container["readonlyRootFilesystem"]!);
            Assert.False((bool)container["privileged"]!);
            Assert.Equal("1654", (string?)container["user"]);
            Assert.Equal(["ALL"], container["linuxParameters"]!["capabilities"]!["drop"]!.AsArray().Select(capability => (string?)capability));
            Assert.True((bool)container["linuxParameters"]!["initProcessEnabled"]!);
            Assert.Equal(120, (int)container["stopTimeout"]!);
            Assert.Equal(definition.Text("volumes[0].name"), (string?)container["mountPoints"]![0]!["sourceVolume"]);
            Assert.Equal("/work", (string?)container["mountPoints"]![0]!["containerPath"]);
            Assert.Null(definition.At("volumes[0].hostPath"));
        });
    }

    [Fact]
    public async Task Each_task_logs_to_a_group_of_its_own_with_retention_and_key()
    {
        var graph = await TaskStack.OfAsync("uat");
        var groups = _things.Select(thing =>
        {
            var log = Container(graph.Definition(thing))["logConfiguration"]!;
            Assert.Equal("awslogs", (string?)log["logDriver"]);
            Assert.Equal(CloudNames.Region, (string?)log["options"]!["awslogs-region"]);
            var group = graph.OfType("cloudwatch/logGroup:LogGroup").Single(found => found.Text("name") == (string?)log["options"]!["awslogs-group"]);
            Assert.Equal(14, group.Number("retentionInDays"));
            Assert.Equal(graph.Key(), group.Text("kmsKeyId"));
            return group.Text("name");
        });
        Assert.Equal(_things.Length, groups.Distinct().Count());
    }

    [Theory]
    [InlineData("ingest", "RAW", "SOURCE")]
    [InlineData("transform", "CLEAN,CURATED,ML,PUBLISHED,RAW", "WORKGROUP,RESULTS")]
    [InlineData("train", "CLEAN,CURATED,ML", "")]
    [InlineData("score", "CLEAN,CURATED,ML,PUBLISHED", "")]
    [InlineData("serving", "PUBLISHED", "")]
    public async Task A_task_is_told_of_what_it_uses(string thing, string zones, string more)
    {
        var environment = Environment((await TaskStack.OfAsync("uat")).Definition(thing));

        Assert.Equal("uat", environment["RECOMMENDER_STACK"]);
        Assert.Equal(CloudNames.Region, environment["AWS_REGION"]);
        Assert.Equal(zones.Split(','), environment.Keys.Where(name => name.StartsWith("RECOMMENDER_BUCKET_", StringComparison.Ordinal)).Select(name => name[19..]).Order());
        Assert.All(zones.Split(','), zone => Assert.Equal($"recommender_uat_{zone.ToLowerInvariant()}", environment[$"RECOMMENDER_DATABASE_{zone}"]));
        Assert.All(zones.Split(','), zone => Assert.Equal($"recommender-uat-{zone.ToLowerInvariant()}-{CloudNames.Account}", environment[$"RECOMMENDER_BUCKET_{zone}"]));
        Assert.Equal(more.Contains("SOURCE", StringComparison.Ordinal), environment.ContainsKey("RECOMMENDER_SOURCE_ENDPOINT"));
        Assert.Equal(more.Contains("WORKGROUP", StringComparison.Ordinal), environment.ContainsKey("RECOMMENDER_WORKGROUP"));
    }

    [Fact]
    public async Task Ingestion_is_told_where_the_database_is_and_no_secret()
    {
        var graph = await TaskStack.OfAsync("prod");
        var environment = Environment(graph.Definition("ingest"));

        Assert.Equal(graph.Outputs["databaseEndpoint"], environment["RECOMMENDER_SOURCE_ENDPOINT"]);
        Assert.Equal("recommender_ingest", environment["RECOMMENDER_SOURCE_USER"]);
        Assert.All(graph.OfType(Definition), definition =>
        {
            Assert.Null(Container(definition)["secrets"]);
            Assert.DoesNotContain(Environment(definition), variable => variable.Key.Contains("PASSWORD", StringComparison.Ordinal) || variable.Value.Contains(":secret:", StringComparison.Ordinal));
        });
    }

    [Fact]
    public async Task Only_serving_listens_and_says_whether_it_is_well()
    {
        var graph = await TaskStack.OfAsync("prod");
        var serving = Container(graph.Definition("serving"));

        Assert.Equal(8080, (int)serving["portMappings"]![0]!["containerPort"]!);
        Assert.Equal("CMD", (string?)serving["healthCheck"]!["command"]![0]);
        Assert.Equal("8080", Environment(graph.Definition("serving"))["ASPNETCORE_HTTP_PORTS"]);
        Assert.All(_things[..^1], thing =>
        {
            Assert.Null(Container(graph.Definition(thing))["portMappings"]);
            Assert.Null(Container(graph.Definition(thing))["healthCheck"]);
        });
    }

    [Fact]
    public async Task Each_task_has_two_roles_that_nothing_else_has_and_that_ECS_alone_assumes()
    {
        var graph = await TaskStack.OfAsync("prod");
        var roles = graph.OfType(Definition).SelectMany(definition => new[] { definition.Text("taskRoleArn")!, definition.Text("executionRoleArn")! }).ToList();

        Assert.Equal(10, roles.Distinct().Count());
        Assert.All(roles, arn =>
        {
            var role = IamRole.ByArn(graph, arn);
            Assert.True(role.TrustsService("ecs-tasks.amazonaws.com", ("aws:SourceAccount", CloudNames.Account)));
            Assert.False(role.TrustsService("ecs-tasks.amazonaws.com", ("aws:SourceAccount", "999999999999")));
            Assert.False(role.TrustsService("ecs-tasks.amazonaws.com"));
            Assert.False(role.TrustsService("ec2.amazonaws.com", ("aws:SourceAccount", CloudNames.Account)));
            Assert.Equal(graph.Boundary().Arn, role.Resource.Text("permissionsBoundary"));
        });
    }

    private static JsonNode Container(GraphResource definition) => Assert.Single(JsonNode.Parse(definition.Text("containerDefinitions")!)!.AsArray())!;

    private static Dictionary<string, string> Environment(GraphResource definition) =>
        Container(definition)["environment"]!.AsArray().ToDictionary(variable => (string)variable!["name"]!, variable => (string)variable!["value"]!);
}
