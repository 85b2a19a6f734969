using System.Text.Json;
using System.Text.Json.Nodes;
using Recommender.Infra.Settings;
using Recommender.Infra.Tests.Harness;

namespace Recommender.Infra.Tests.Settings;

public sealed class SettingsTests
{
    [Theory]
    [InlineData("uat")]
    [InlineData("prod")]
    public void A_committed_file_lacks_only_what_belongs_to_an_account_and_says_how_to_set_it(string stack)
    {
        var faults = Faults(PulumiFiles.Settings(stack), stack);
        Assert.Equal(2, faults.Count);
        Assert.Contains(faults, fault => fault.StartsWith("monitoring.mails: ", StringComparison.Ordinal) && fault.EndsWith("pulumi config set --path 'recommender:settings.monitoring.mails[0]' you@example.com", StringComparison.Ordinal));
        Assert.Contains("delivery.repository: is missing; set it with: pulumi config set --path 'recommender:settings.delivery.repository' VALUE", faults);
    }

    [Theory]
    [MemberData(nameof(Graphs.Names), MemberType = typeof(Graphs))]
    public void Every_variant_of_the_tests_is_valid(string name)
    {
        var variant = StackVariant.All.Single(variant => variant.Name == name);
        Assert.Equal(variant.Stack == "prod", SettingsReader.Parse(Json(variant.Settings()), variant.Stack).Production);
    }

    [Fact]
    public void Settings_that_the_file_does_not_name_keep_their_defaults()
    {
        var settings = Valid("uat");
        settings.Remove("query");
        settings["pipeline"]!.AsObject().Remove("attempts");
        var read = SettingsReader.Parse(Json(settings), "uat");
        Assert.Equal(new QuerySettings(), read.Query);
        Assert.Equal(new PipelineSettings().Attempts, read.Pipeline.Attempts);
    }

    [Fact]
    public void Values_of_the_file_are_read()
    {
        var read = SettingsReader.Parse(Json(Valid("prod")), "prod");
        Assert.True(read.Production);
        Assert.Equal("10.30.0.0/16", read.Network.Cidr);
        Assert.Equal(3, read.Network.Zones);
        Assert.Equal(16384, read.Containers.Training.MemoryMiB);
        Assert.Equal("data-alerts@example.com", Assert.Single(read.Monitoring.Mails));
    }

    [Fact]
    public void All_faults_are_listed_at_once_with_the_name_of_the_file()
    {
        var settings = Valid("uat");
        settings["owner"] = "";
        settings["network"]!["zones"] = 9;
        settings["network"]!["cidr"] = "10.20.0.0/24";
        settings["database"]!["multiAz"] = "perhaps";
        settings["streaming"]!["shard"] = 2;
        var fault = Assert.Throws<SettingsException>(() => SettingsReader.Parse(Json(settings), "uat"));
        Assert.StartsWith("Pulumi.uat.yaml, recommender:settings: 5 faults\n  - ", fault.Message, StringComparison.Ordinal);
        string[] starts = ["owner: is missing", "network.zones: must be from 2 to 3, not 9", "network.cidr: ", "database.multiAz: must be true or false, not \"perhaps\"", "streaming.shard: no such setting; there are bufferMiB, bufferSeconds, enabled, "];
        Assert.All(starts, start => Assert.Contains(fault.Faults, found => found.StartsWith(start, StringComparison.Ordinal)));
    }

    [Fact]
    public void A_text_of_digits_is_a_text_though_Pulumi_makes_a_number_of_it()
    {
        var settings = Valid("uat");
        settings["costCentre"] = 4711;
        settings["database"]!["storageGiB"] = "30";
        settings["network"]!["nat"] = "true";
        var read = SettingsReader.Parse(Json(settings), "uat");
        Assert.Equal("4711", read.CostCentre);
        Assert.Equal(30, read.Database.StorageGiB);
        Assert.True(read.Network.Nat);
    }

    [Fact]
    public void A_group_that_is_no_group_is_a_fault()
    {
        var settings = Valid("uat");
        settings["network"] = 3;
        Assert.Contains("network: must be a group of settings, not 3", Faults(settings, "uat"));
    }

    [Fact]
    public void A_misspelt_setting_is_answered_with_those_there_are() =>
        Assert.Contains("regions: no such setting; there are containers, costCentre, dashboards, database, delivery, lake, monitoring, network, owner, pipeline, production, query, serving, streaming", Faults(With("uat", "regions", "eu-west-1"), "uat"));

    [Theory]
    [InlineData("uat", "production", "true", "production: must be false in stack uat")]
    [InlineData("prod", "production", "false", "production: must be true in stack prod")]
    [InlineData("uat", "lake.rawToGlacierDays", "29", "lake.rawToGlacierDays: must be 0 (never) or 30 at least, not 29")]
    [InlineData("uat", "network.cidr", "\"10.20.0.0/24\"", "network.cidr: must be an IPv4 range from /16 to /22, such as 10.20.0.0/16, not 10.20.0.0/24")]
    [InlineData("uat", "network.cidr", "\"10.20.0.1/16\"", "network.cidr: 10.20.0.1/16 is not a range that begins at its first address")]
    [InlineData("uat", "network.endpointZones", "3", "network.endpointZones: must not be more than network.zones (2), not 3")]
    [InlineData("uat", "network.egressCidrs", "[\"192.0.2.0/24\"]", "network.egressCidrs: needs network.nat: true")]
    [InlineData("uat", "network.egressCidrs", "[\"0.0.0.0/0\"]", "network.egressCidrs: must be ranges of addresses and not the whole world, not 0.0.0.0/0")]
    [InlineData("uat", "network.egressCidrs", "[\"example.com\"]", "network.egressCidrs: must be ranges of addresses and not the whole world, not example.com")]
    [InlineData("uat", "network.egressCidrs", "\"192.0.2.0/24\"", "network.egressCidrs: must be a list of texts, not \"192.0.2.0/24\"")]
    [InlineData("uat", "database.storageGiB", "48", "database.maxStorageGiB: must be a tenth larger than database.storageGiB (48), not 50")]
    [InlineData("uat", "database.instanceClass", "\"t4g.micro\"", "database.instanceClass: must be an RDS instance class, such as db.t4g.micro, not t4g.micro")]
    [InlineData("uat", "database.storageGiB", "20.5", "database.storageGiB: must be a whole number, not 20.5")]
    [InlineData("uat", "serving.maxTasks", "0", "serving.maxTasks: must be from 1 to 100, not 0")]
    [InlineData("prod", "serving.maxTasks", "1", "serving.maxTasks: must not be less than serving.minTasks (2), not 1")]
    [InlineData("uat", "serving.jwtIssuer", "\"http://login.example.com\"", "serving.jwtIssuer: must be an https URL")]
    [InlineData("uat", "serving.jwtAudience", "\"\"", "serving: jwtIssuer and jwtAudience are missing")]
    [InlineData("uat", "containers.images.training", "\"\"", "containers.images: set jobs and training together")]
    [InlineData("uat", "containers.images.jobs", "\"latest\"", "containers.images.jobs: must be an image digest, sha256: and 64 hexadecimal digits, not latest")]
    [InlineData("uat", "containers.architecture", "\"arm64\"", "containers.architecture: must be ARM64 or X86_64, not arm64")]
    [InlineData("uat", "containers.logDays", "10", "containers.logDays: must be a retention that CloudWatch knows")]
    [InlineData("uat", "containers.jobs.cpu", "300", "containers.jobs.cpu: must be 256, 512, 1024, 2048, 4096, 8192 or 16384, not 300")]
    [InlineData("uat", "containers.jobs.memoryMiB", "4096", "containers.jobs.memoryMiB: must be 512, 1024 or 2048 with cpu 256, not 4096")]
    [InlineData("uat", "containers.scoring.memoryMiB", "4000", "containers.scoring.memoryMiB: must be 2048 to 8192 in steps of 1024 with cpu 1024, not 4000")]
    [InlineData("prod", "containers.training.memoryMiB", "4096", "containers.training.memoryMiB: must be 8192 to 30720 in steps of 1024 with cpu 4096, not 4096")]
    [InlineData("uat", "containers.serving.diskGiB", "20", "containers.serving.diskGiB: must be from 21 to 200, not 20")]
    [InlineData("uat", "monitoring.slack.channel", "\"C0123ABCD\"", "monitoring.slack: set workspace and channel, or neither")]
    [InlineData("uat", "monitoring.slack.workspace", "\"shop\"", "monitoring.slack.workspace: must be a Slack workspace id, such as T0123ABCD, not shop")]
    [InlineData("uat", "monitoring.mails", "[\"nobody\"]", "monitoring.mails: 'nobody' is not a mail address")]
    [InlineData("uat", "monitoring.lateAfterMinutes", "241", "monitoring.lateAfterMinutes: must come before the run is given up (pipeline.timeoutHours 4), not 241")]
    [InlineData("uat", "pipeline.timeZone", "\"Europe/Atlantis\"", "pipeline.timeZone: 'Europe/Atlantis' is not an IANA time zone")]
    [InlineData("uat", "pipeline.schedule", "\"every day\"", "pipeline.schedule: must be cron(…) or rate(…)")]
    [InlineData("uat", "pipeline.deliveries", "\"deliveries\"", "pipeline.deliveries: must be a prefix that ends in /")]
    [InlineData("uat", "dashboards.enabled", "true", "dashboards.viewers: must name one QuickSight user or group at least")]
    [InlineData("uat", "delivery.repository", "\"recommender\"", "delivery.repository: must be a GitHub repository, owner/name, not recommender")]
    [InlineData("uat", "delivery.environment", "\"\"", "delivery.environment: is missing; set it with: pulumi config set --path 'recommender:settings.delivery.environment' VALUE")]
    [InlineData("uat", "query.analystsCutoffGiB", "0", "query.analystsCutoffGiB: must be from 0.01 to 10000, not 0")]
    [InlineData("uat", "streaming.bufferMiB", "5", "streaming.bufferMiB: must be from 64 to 128, not 5")]
    [InlineData("uat", "streaming.retentionHours", "1", "streaming.retentionHours: must be from 24 to 8760, not 1")]
    public void A_wrong_setting_is_named_with_what_would_be_right(string stack, string setting, string json, string says)
    {
        Assert.Contains(Faults(With(stack, setting, JsonNode.Parse(json)!), stack), fault => fault.StartsWith(says, StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("lake.rawToGlacierDays", 30)]
    [InlineData("database.maxStorageGiB", 22)]
    [InlineData("monitoring.lateAfterMinutes", 240)]
    [InlineData("serving.maxTasks", 1)]
    [InlineData("containers.jobs.memoryMiB", 2048)]
    public void The_outermost_value_that_is_right_is_taken(string setting, int value) => Assert.Empty(Faults(With("uat", setting, value), "uat"));

    private static JsonObject Valid(string stack) => StackVariant.Committed(stack).Settings();

    private static JsonObject With(string stack, string setting, JsonNode value)
    {
        var committed = StackVariant.Committed(stack);
        return (committed with { Changes = [.. committed.Changes, (setting, value)] }).Settings();
    }

    private static JsonElement Json(JsonObject settings) => JsonSerializer.SerializeToElement(settings);

    private static IReadOnlyList<string> Faults(JsonObject settings, string stack)
    {
        try
        {
            _ = SettingsReader.Parse(Json(settings), stack);
            return [];
        }
        catch (SettingsException fault)
        {
            return fault.Faults;
        }
    }
}
