using Recommender.Infra.Tests.Compute;
using Recommender.Infra.Tests.Harness;
using Recommender.Infra.Tests.Policies;

namespace Recommender.Infra.Tests.Databases;

public sealed class SourceDatabaseTests
{
    private const string Instance = "rds/instance:Instance";
    private const string Egress = "vpc/securityGroupEgressRule:SecurityGroupEgressRule";

    [Theory]
    [InlineData("uat")]
    [InlineData("prod")]
    public async Task It_is_private_encrypted_and_signed_in_to_without_a_known_password(string stack)
    {
        var graph = await TaskStack.OfAsync(stack);
        var instance = graph.Only(Instance);
        var key = graph.Key();

        Assert.False(instance.Flag("publiclyAccessible"));
        Assert.True(instance.Flag("storageEncrypted"));
        Assert.True(instance.Flag("iamDatabaseAuthenticationEnabled"));
        Assert.True(instance.Flag("manageMasterUserPassword"));
        Assert.Null(instance.At("password"));
        Assert.Null(instance.At("passwordWo"));
        Assert.All(new[] { "kmsKeyId", "masterUserSecretKmsKeyId", "performanceInsightsKmsKeyId" }, input => Assert.Equal(key, instance.Text(input)));
        Assert.Equal($"recommender-{stack}-source", instance.Text("identifier"));
        Assert.True(instance.Flag("copyTagsToSnapshot"));
        Assert.True(instance.Flag("autoMinorVersionUpgrade"));
    }

    [Fact]
    public async Task In_prod_it_is_kept_whatever_happens()
    {
        var instance = (await TaskStack.OfAsync("prod")).Only(Instance);

        Assert.True(instance.Flag("multiAz"));
        Assert.True(instance.Flag("deletionProtection"));
        Assert.False(instance.Flag("skipFinalSnapshot"));
        Assert.Equal("recommender-prod-source-final", instance.Text("finalSnapshotIdentifier"));
        Assert.False(instance.Flag("deleteAutomatedBackups"));
        Assert.False(instance.Flag("applyImmediately"));
        Assert.Equal(14, instance.Number("backupRetentionPeriod"));
        Assert.True(instance.Options.Protect);
        Assert.True(instance.Options.RetainOnDelete);
    }

    [Fact]
    public async Task In_uat_it_may_be_thrown_away()
    {
        var instance = (await TaskStack.OfAsync("uat")).Only(Instance);

        Assert.False(instance.Flag("multiAz"));
        Assert.False(instance.Flag("deletionProtection"));
        Assert.True(instance.Flag("skipFinalSnapshot"));
        Assert.Null(instance.At("finalSnapshotIdentifier"));
        Assert.Equal("db.t4g.micro", instance.Text("instanceClass"));
        Assert.False(instance.Options.Protect);
    }

    [Fact]
    public async Task Only_jobs_come_in()
    {
        var graph = await TaskStack.OfAsync("prod");
        var group = graph.Get("ec2/securityGroup:SecurityGroup", "database-access");
        var rule = Assert.Single(graph.Referring("vpc/securityGroupIngressRule:SecurityGroupIngressRule", "securityGroupId", group));

        Assert.Equal(graph.Group("network-jobs").Id, rule.Text("referencedSecurityGroupId"));
        Assert.Equal("tcp", rule.Text("ipProtocol"));
        Assert.Equal(5432, rule.Number("fromPort"));
        Assert.Equal(5432, rule.Number("toPort"));
        Assert.Empty(graph.Referring(Egress, "securityGroupId", group));

        // What the jobs may send to it, and it is no wider than the one group.
        var way = Assert.Single(graph.Referring(Egress, "referencedSecurityGroupId", group));
        Assert.Equal(graph.Group("network-jobs").Id, way.Text("securityGroupId"));
        Assert.Equal("tcp 5432 5432", $"{way.Text("ipProtocol")} {way.Number("fromPort")} {way.Number("toPort")}");
        Assert.Null(way.At("cidrIpv4"));
        Assert.Equal([group.Id], graph.Only(Instance).List("vpcSecurityGroupIds"));
        Assert.Empty(group.List("ingress"));
        Assert.Empty(group.List("egress"));
    }

    [Fact]
    public async Task It_takes_TLS_only_and_logs_what_matters()
    {
        var graph = await TaskStack.OfAsync("uat");
        var group = graph.Only("rds/parameterGroup:ParameterGroup");
        var parameters = group.List("parameters").ToDictionary(parameter => (string)GraphValue.At(parameter, "name")!, parameter => (string)GraphValue.At(parameter, "value")!);

        Assert.Equal("1", parameters["rds.force_ssl"]);
        Assert.Equal("1", parameters["log_disconnections"]);
        Assert.Equal("ddl", parameters["log_statement"]);
        Assert.Equal("1000", parameters["log_min_duration_statement"]);
        Assert.Equal("postgres" + graph.Only(Instance).Text("engineVersion"), group.Text("family"));
        Assert.Equal(group.Text("name"), graph.Only(Instance).Text("parameterGroupName"));
    }

    [Theory]
    [InlineData("uat", 14)]
    [InlineData("prod", 90)]
    public async Task Its_log_groups_are_there_before_it_with_retention_and_key(string stack, int days)
    {
        var graph = await TaskStack.OfAsync(stack);
        var instance = graph.Only(Instance);
        var logs = graph.OfType("cloudwatch/logGroup:LogGroup").Where(log => log.Text("name")!.StartsWith("/aws/rds/", StringComparison.Ordinal)).ToList();

        Assert.Equal(
            instance.List("enabledCloudwatchLogsExports").Select(export => $"/aws/rds/instance/{instance.Text("identifier")}/{export}").Order(),
            logs.Select(log => log.Text("name")).Order());
        Assert.All(logs, log =>
        {
            Assert.Equal(days, log.Number("retentionInDays"));
            Assert.Equal(graph.Key(), log.Text("kmsKeyId"));
            Assert.Contains(log.Name, instance.Options.DependsOn);
        });
    }

    [Fact]
    public async Task Enhanced_monitoring_writes_its_metrics_and_nothing_else()
    {
        var graph = await TaskStack.OfAsync("prod");
        var instance = graph.Only(Instance);
        var role = IamRole.ByArn(graph, instance.Text("monitoringRoleArn")!);
        var group = $"arn:aws:logs:{CloudNames.Region}:{CloudNames.Account}:log-group:RDSOSMetrics";

        Assert.Equal(60, instance.Number("monitoringInterval"));
        Assert.True(role.TrustsService("monitoring.rds.amazonaws.com", ("aws:SourceAccount", CloudNames.Account)));
        Assert.False(role.TrustsService("monitoring.rds.amazonaws.com", ("aws:SourceAccount", "999999999999")));
        Assert.False(role.TrustsService("ecs-tasks.amazonaws.com", ("aws:SourceAccount", CloudNames.Account)));
        Assert.True(role.May("logs:CreateLogGroup", group));
        Assert.True(role.May("logs:PutLogEvents", $"{group}:log-stream:db-1"));
        Assert.False(role.May("logs:PutLogEvents", $"arn:aws:logs:{CloudNames.Region}:{CloudNames.Account}:log-group:/recommender/prod/ingest:log-stream:x"));
        Assert.Contains("database-logs-monitoring-policy", instance.Options.DependsOn);
    }

    [Theory]
    [InlineData("uat", 30)]
    [InlineData("prod", 30)]
    public async Task The_master_password_is_rotated(string stack, int days)
    {
        var graph = await TaskStack.OfAsync(stack);
        var rotation = graph.Only("secretsmanager/secretRotation:SecretRotation");

        Assert.Equal(graph.Outputs["databaseSecret"], rotation.Text("secretId"));
        Assert.Equal(days, rotation.Number("rotationRules.automaticallyAfterDays"));
        Assert.Null(rotation.At("rotationLambdaArn"));
        Assert.True(rotation.Options.RetainOnDelete);
    }

    [Fact]
    public async Task Storage_and_rotation_follow_the_settings()
    {
        var graph = await TaskStack.WithAsync("uat", ("database.storageGiB", 40), ("database.maxStorageGiB", 90), ("database.multiAz", true), ("database.rotationDays", 7));
        var instance = graph.Only(Instance);

        Assert.Equal(40, instance.Number("allocatedStorage"));
        Assert.Equal(90, instance.Number("maxAllocatedStorage"));
        Assert.True(instance.Flag("multiAz"));
        Assert.Equal(7, graph.Only("secretsmanager/secretRotation:SecretRotation").Number("rotationRules.automaticallyAfterDays"));
    }

    [Fact]
    public async Task A_stack_may_have_none()
    {
        var graph = await TaskStack.WithAsync("uat", ("database.enabled", false));

        Assert.DoesNotContain(graph.Resources, resource => resource.Type.StartsWith("aws:rds/", StringComparison.Ordinal));
        Assert.False(IamRole.Of(graph, "containers-ingest-task").May("rds-db:connect", $"arn:aws:rds-db:{CloudNames.Region}:{CloudNames.Account}:dbuser:db-X/recommender_ingest"));
    }
}
