using Recommender.Infra.Tests.Harness;
using Recommender.Infra.Tests.Policies;

namespace Recommender.Infra.Tests.Observability;

public sealed class GrafanaTests
{
    [Fact]
    public async Task It_reads_metrics_and_the_tables_of_dashboards_for_people_of_the_account()
    {
        var graph = await Graphs.OfAsync("prod-everything");
        var workspace = graph.Only("grafana/workspace:Workspace");
        var role = IamRole.ByArn(graph, workspace.Text("roleArn")!);

        Assert.Equal(("CURRENT_ACCOUNT", "CUSTOMER_MANAGED"), (workspace.Text("accountAccessType"), workspace.Text("permissionType")));
        Assert.Equal("AWS_SSO", Assert.Single(workspace.List("authenticationProviders")));
        Assert.Equal(["ATHENA", "CLOUDWATCH"], workspace.List("dataSources").Cast<string>());
        Assert.True(role.May("cloudwatch:GetMetricData", "*"));
        Assert.True(role.May("athena:StartQueryExecution", CloudNames.Arn("athena", "workgroup/recommender-prod-dashboards")));
        Assert.False(role.May("s3:GetObject", $"arn:aws:s3:::recommender-prod-raw-{CloudNames.Account}/orders/x"));
        Assert.False(role.May("cloudwatch:PutMetricData", "*"));
        Assert.True(role.TrustsService("grafana.amazonaws.com", ("aws:SourceAccount", CloudNames.Account)));
        Assert.False(role.TrustsService("grafana.amazonaws.com", ("aws:SourceAccount", "999999999999")));
    }
}
