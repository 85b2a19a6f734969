using Recommender.Infra.Tests.Harness;
using Recommender.Infra.Tests.Policies;

namespace Recommender.Infra.Tests.Compute;

/// <summary>What each kind of task may do, and what it may not.</summary>
public sealed class TaskRightsTests
{
    private const string Zones = "raw clean curated ml published";

    private static string Key => $"arn:aws:kms:{CloudNames.Region}:{CloudNames.Account}:key/";

    [Theory]
    [InlineData("ingest", "", "")] // its prefixes are tested below
    [InlineData("transform", Zones, "clean curated ml published")]
    [InlineData("train", "clean curated ml", "ml")]
    [InlineData("score", "clean curated ml published", "published")]
    [InlineData("serving", "published", "")]
    public async Task It_reads_and_writes_the_zones_of_its_work(string thing, string reads, string writes)
    {
        var role = await RoleAsync("prod", thing);
        foreach (var zone in Zones.Split(' '))
        {
            Assert.Equal(reads.Split(' ').Contains(zone), role.May("s3:GetObject", Object("prod", zone, "table/snapshot/data/part-0.parquet")));
            Assert.Equal(writes.Split(' ').Contains(zone), role.May("s3:PutObject", Object("prod", zone, "table/snapshot/data/part-0.parquet")));
            Assert.Equal(writes.Split(' ').Contains(zone), role.May("s3:DeleteObject", Object("prod", zone, "table/_current.json")));
            Assert.Equal(writes.Split(' ').Contains(zone), role.May("s3:AbortMultipartUpload", Object("prod", zone, "table/x")));
        }
    }

    [Theory]
    [InlineData("ingest", "raw")]
    [InlineData("transform", Zones)]
    [InlineData("train", "clean curated ml")]
    [InlineData("score", "clean curated ml published")]
    [InlineData("serving", "published")]
    public async Task It_lists_the_buckets_that_it_uses(string thing, string lists)
    {
        var role = await RoleAsync("uat", thing);
        Assert.All(Zones.Split(' '), zone =>
        {
            Assert.Equal(lists.Split(' ').Contains(zone), role.May("s3:ListBucket", Bucket("uat", zone)));
            Assert.Equal(lists.Split(' ').Contains(zone), role.May("s3:GetBucketLocation", Bucket("uat", zone)));
        });
    }

    [Fact]
    public async Task Ingestion_reads_deliveries_and_writes_raw_tables()
    {
        var role = await RoleAsync("prod", "ingest");

        Assert.True(role.May("s3:GetObject", Object("prod", "raw", "deliveries/2026-07-01/orders.csv.gz")));
        Assert.False(role.May("s3:PutObject", Object("prod", "raw", "deliveries/2026-07-01/orders.csv.gz")));
        Assert.False(role.May("s3:DeleteObject", Object("prod", "raw", "deliveries/2026-07-01/orders.csv.gz")));
        Assert.True(role.May("s3:PutObject", Object("prod", "raw", "orders/20260701/data/part-0.parquet")));
        Assert.True(role.May("s3:GetObject", Object("prod", "raw", "orders/_current.json")));
        Assert.True(role.May("s3:DeleteObject", Object("prod", "raw", "order_products__prior/old/data/part-0.parquet")));
        Assert.False(role.May("s3:PutObject", Object("prod", "raw", "shop_events/2026/07/01/x.parquet")));
        Assert.False(role.May("s3:PutObject", Object("prod", "raw", "orders.parquet")));
        Assert.False(role.May("s3:GetObject", Object("prod", "clean", "orders/_current.json")));
    }

    [Fact]
    public async Task Ingestion_publishes_raw_tables_in_the_catalog_and_makes_or_drops_none()
    {
        var role = await RoleAsync("prod", "ingest");

        Assert.All(new[] { "orders", "orders__quarantine", "aisles" }, table => Assert.True(role.May("glue:UpdateTable", Table("prod", "raw", table))));
        Assert.True(role.May("glue:GetTable", $"{Glue}catalog"));
        Assert.True(role.May("glue:GetDatabase", $"{Glue}database/recommender_prod_raw"));
        Assert.False(role.May("glue:UpdateTable", Table("prod", "raw", "shop_events")));
        Assert.False(role.May("glue:UpdateTable", Table("prod", "clean", "orders")));
        Assert.False(role.May("glue:CreateTable", Table("prod", "raw", "orders")));
        Assert.False(role.May("glue:DeleteTable", Table("prod", "raw", "orders")));
    }

    [Fact]
    public async Task Ingestion_signs_in_to_the_database_as_the_user_that_reads()
    {
        var graph = await TaskStack.OfAsync("prod");
        var users = $"arn:aws:rds-db:{CloudNames.Region}:{CloudNames.Account}:dbuser:";
        var mine = $"{users}{graph.Only("rds/instance:Instance").Output("resourceId")}/recommender_ingest";

        Assert.True(IamRole.Of(graph, "containers-ingest-task").May("rds-db:connect", mine));
        Assert.False(IamRole.Of(graph, "containers-ingest-task").May("rds-db:connect", $"{users}{graph.Only("rds/instance:Instance").Output("resourceId")}/recommender_admin"));
        Assert.False(IamRole.Of(graph, "containers-ingest-task").May("rds-db:connect", $"{users}db-OTHER/recommender_ingest"));
        Assert.False(IamRole.Of(graph, "containers-ingest-task").May("secretsmanager:GetSecretValue", (string)graph.Outputs["databaseSecret"]!));
        Assert.All(new[] { "transform", "train", "score", "server" }, thing => Assert.False(IamRole.Of(graph, $"containers-{thing}-task").May("rds-db:connect", mine)));
    }

    [Theory]
    [InlineData("ingest", false)]
    [InlineData("transform", true)]
    [InlineData("train", false)]
    [InlineData("score", false)]
    [InlineData("serving", false)]
    public async Task Queries_are_run_by_transformations_alone_and_in_the_workgroup_of_jobs(string thing, bool may)
    {
        var role = await RoleAsync("uat", thing);
        var workgroups = $"arn:aws:athena:{CloudNames.Region}:{CloudNames.Account}:workgroup/";

        foreach (var action in new[] { "StartQueryExecution", "StopQueryExecution", "GetQueryExecution", "GetQueryResults", "GetWorkGroup" })
        {
            Assert.Equal(may, role.May($"athena:{action}", $"{workgroups}recommender-uat-jobs"));
            Assert.False(role.May($"athena:{action}", $"{workgroups}recommender-uat-analysts"));
            Assert.False(role.May($"athena:{action}", $"{workgroups}primary"));
        }

        Assert.Equal(may, role.May("s3:PutObject", Object("uat", "results", "jobs/1.csv")));
        Assert.False(role.May("s3:GetObject", Object("uat", "results", "analysts/1.csv")));
        Assert.Equal(may, role.May("s3:GetBucketLocation", Bucket("uat", "results")));
    }

    [Fact]
    public async Task Transformations_build_tables_beyond_raw_and_only_look_at_raw_ones()
    {
        var role = await RoleAsync("prod", "transform");

        foreach (var action in new[] { "CreateTable", "UpdateTable", "DeleteTable", "GetTable", "BatchCreatePartition" })
        {
            Assert.All(new[] { "clean", "curated", "ml", "published" }, zone => Assert.True(role.May($"glue:{action}", Table("prod", zone, "orders_20260701_t1"))));
            Assert.Equal(action == "GetTable", role.May($"glue:{action}", Table("prod", "raw", "orders")));
        }

        Assert.True(role.May("glue:GetDatabase", $"{Glue}database/default"));
        Assert.False(role.May("glue:CreateTable", Table("uat", "clean", "orders")));
        Assert.False(role.May("glue:DeleteDatabase", $"{Glue}database/recommender_prod_clean"));
    }

    [Theory]
    [InlineData("train", "ml")]
    [InlineData("score", "published")]
    public async Task Training_and_scoring_publish_their_own_tables_alone(string thing, string into)
    {
        var role = await RoleAsync("prod", thing);
        Assert.All(Zones.Split(' '), zone => Assert.Equal(zone == into, role.May("glue:UpdateTable", Table("prod", zone, "x"))));
        Assert.True(role.May("glue:GetTable", Table("prod", "curated", "up_features")));
        Assert.False(role.May("glue:CreateTable", Table("prod", into, "x")));
        Assert.False(role.May("glue:GetTable", Table("prod", "raw", "orders")));
    }

    [Fact]
    public async Task Serving_changes_nothing()
    {
        var graph = await TaskStack.OfAsync("prod");
        var actions = IamRole.Of(graph, "containers-server-task").Policies.SelectMany(policy => policy.Statements).SelectMany(statement => statement.Actions).Order(StringComparer.Ordinal);

        Assert.Equal(
            ["glue:GetDatabase", "glue:GetPartition", "glue:GetPartitions", "glue:GetTable", "glue:GetTables", "kms:Decrypt", "s3:GetBucketLocation", "s3:GetObject", "s3:ListBucket"],
            actions);
    }

    [Theory]
    [InlineData("ingest", true)]
    [InlineData("transform", true)]
    [InlineData("train", true)]
    [InlineData("score", true)]
    [InlineData("serving", false)]
    public async Task The_key_is_used_by_way_of_S3_alone(string thing, bool writes)
    {
        var graph = await TaskStack.OfAsync("prod");
        var role = await RoleAsync("prod", thing);
        var key = graph.Key();
        (string, string)[] through = [("kms:ViaService", $"s3.{CloudNames.Region}.amazonaws.com"), ("aws:ResourceTag/project", "recommender"), ("aws:ResourceTag/stack", "prod")];

        Assert.True(role.May("kms:Decrypt", key, through));
        Assert.Equal(writes, role.May("kms:GenerateDataKey", key, through));
        Assert.False(role.May("kms:Decrypt", key, through[1..]));
        Assert.False(role.May("kms:Decrypt", $"{Key}another", through));
    }

    [Theory]
    [InlineData("ingest", "jobs")]
    [InlineData("transform", "jobs")]
    [InlineData("train", "training")]
    [InlineData("score", "jobs")]
    [InlineData("serving", "serving")]
    public async Task What_starts_a_task_pulls_its_image_and_writes_its_log(string thing, string image)
    {
        var graph = await TaskStack.OfAsync("uat");
        var role = IamRole.ByArn(graph, graph.Definition(thing).Text("executionRoleArn")!);
        string Repository(string name) => $"arn:aws:ecr:{CloudNames.Region}:{CloudNames.Account}:repository/recommender-uat-{name}";
        string Stream(string name) => $"arn:aws:logs:{CloudNames.Region}:{CloudNames.Account}:log-group:/recommender/uat/{name}:log-stream:{name}/{name}/1";

        Assert.All(new[] { "jobs", "training", "serving" }, name => Assert.Equal(name == image, role.May("ecr:BatchGetImage", Repository(name))));
        Assert.True(role.May("ecr:GetAuthorizationToken", "*"));
        Assert.False(role.May("ecr:PutImage", Repository(image)));
        Assert.All(new[] { "ingest", "transform", "train", "score", "serving" }, name => Assert.Equal(name == thing, role.May("logs:PutLogEvents", Stream(name))));
        Assert.False(role.May("s3:GetObject", Object("uat", "published", "x")));
        Assert.False(role.May("logs:CreateLogGroup", $"arn:aws:logs:{CloudNames.Region}:{CloudNames.Account}:log-group:/recommender/uat/{thing}"));
    }

    [Fact]
    public async Task No_task_may_touch_the_other_stack_or_open_a_shell()
    {
        var graph = await TaskStack.OfAsync("prod");
        Assert.All(new[] { "ingest", "transform", "train", "score", "serving" }, thing =>
        {
            var role = IamRole.ByArn(graph, graph.Definition(thing).Text("taskRoleArn")!);
            Assert.False(role.May("s3:GetObject", Object("uat", "published", "recommendations/x")));
            Assert.False(role.May("s3:PutObject", Object("uat", "published", "recommendations/x")));
            Assert.False(role.May("glue:GetTable", Table("uat", "published", "recommendations")));
            Assert.False(role.May("ssmmessages:CreateControlChannel", "*"));
            Assert.False(role.May("iam:PassRole", role.Resource.Arn));
        });
    }

    private static string Glue => $"arn:aws:glue:{CloudNames.Region}:{CloudNames.Account}:";

    private static string Bucket(string stack, string thing) => $"arn:aws:s3:::recommender-{stack}-{thing}-{CloudNames.Account}";

    private static string Object(string stack, string thing, string key) => $"{Bucket(stack, thing)}/{key}";

    private static string Table(string stack, string zone, string table) => $"{Glue}table/recommender_{stack}_{zone}/{table}";

    private static async Task<IamRole> RoleAsync(string stack, string thing)
    {
        var graph = await TaskStack.OfAsync(stack);
        return IamRole.ByArn(graph, graph.Definition(thing).Text("taskRoleArn")!);
    }
}
