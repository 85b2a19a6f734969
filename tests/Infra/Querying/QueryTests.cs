using Recommender.Infra.Querying;
using Recommender.Infra.Tests.Harness;
using Recommender.Infra.Tests.Storage;

namespace Recommender.Infra.Tests.Querying;

public sealed class QueryTests
{
    private const string Workgroup = "athena/workgroup:Workgroup";
    private const double GiB = 1L << 30;

    [Theory]
    [InlineData("uat", "jobs", 20)]
    [InlineData("uat", "analysts", 2)]
    [InlineData("uat", "dashboards", 1)]
    [InlineData("prod", "jobs", 200)]
    [InlineData("prod", "analysts", 20)]
    [InlineData("prod", "dashboards", 5)]
    public async Task A_workgroup_enforces_its_settings(string stack, string thing, double cutoffGiB)
    {
        var graph = await LakeStack.OfAsync(stack);
        var workgroup = graph.Get(Workgroup, $"query-{thing}-workgroup");

        Assert.Equal($"recommender-{stack}-{thing}", workgroup.Text("name"));
        Assert.True(workgroup.Flag("configuration.enforceWorkgroupConfiguration"));
        Assert.Equal(cutoffGiB * GiB, workgroup.Number("configuration.bytesScannedCutoffPerQuery"));
        Assert.True(workgroup.Flag("configuration.publishCloudwatchMetricsEnabled"));
        Assert.False(workgroup.Flag("configuration.requesterPaysEnabled"));
        Assert.Equal("Athena engine version 3", workgroup.Text("configuration.engineVersion.selectedEngineVersion"));
        Assert.Equal($"s3://recommender-{stack}-results-123456789012/{thing}/", workgroup.Text("configuration.resultConfiguration.outputLocation"));
        Assert.Equal("SSE_KMS", workgroup.Text("configuration.resultConfiguration.encryptionConfiguration.encryptionOption"));
        Assert.Equal(graph.Outputs["key"], workgroup.Text("configuration.resultConfiguration.encryptionConfiguration.kmsKeyArn"));
        Assert.Equal(stack != "prod", workgroup.Flag("forceDestroy"));
        Assert.Equal(stack, workgroup.Text("tags.stack"));
    }

    [Fact]
    public async Task Even_the_smallest_cutoff_is_one_that_Athena_takes()
    {
        var graph = await LakeStack.WithAsync("uat", ("query.dashboardsCutoffGiB", 0.01));

        Assert.InRange(graph.Get(Workgroup, "query-dashboards-workgroup").Number("configuration.bytesScannedCutoffPerQuery")!.Value, 10_000_000, 11_000_000);
    }

    [Theory]
    [InlineData("uat")]
    [InlineData("prod")]
    public async Task Questions_are_named_queries_of_the_analysts_over_the_stacks_databases(string stack)
    {
        var graph = await LakeStack.OfAsync(stack);
        var analysts = graph.Get(Workgroup, "query-analysts-workgroup");
        var named = graph.OfType("athena/namedQuery:NamedQuery").ToDictionary(query => query.Text("name")!);

        Assert.Equal(Question.All.Select(question => question.Name), named.Keys.Order(StringComparer.Ordinal));
        Assert.All(Question.All, question =>
        {
            var query = named[question.Name];
            Assert.Equal((analysts.Id, question.Description, $"recommender_{stack}_curated"), (query.Text("workgroup"), query.Text("description"), query.Text("database")));
            Assert.Equal(question.Sql.Replace("curated.", $"recommender_{stack}_curated.", StringComparison.Ordinal).Replace("published.", $"recommender_{stack}_published.", StringComparison.Ordinal), query.Text("query"));
        });
    }
}
