using System.Text.RegularExpressions;
using Recommender.Infra.Tests.Harness;

namespace Recommender.Infra.Tests.Graph;

/// <summary>The stack's outputs: what people need next.</summary>
public sealed partial class OutputTests
{
    [Theory]
    [MemberData(nameof(Graphs.Names), MemberType = typeof(Graphs))]
    public async Task Buckets_databases_workgroups_and_repositories_are_named(string name)
    {
        var graph = await Graphs.OfAsync(name);
        foreach (var zone in new[] { "raw", "clean", "curated", "ml", "published" })
        {
            Assert.Contains(graph.OfType("s3/bucket:Bucket"), bucket => bucket.Id == graph.Output($"buckets.{zone}") as string && bucket.Id.Contains($"-{zone}-", StringComparison.Ordinal));
            Assert.Equal($"recommender_{graph.Stack}_{zone}", graph.Output($"databases.{zone}"));
        }

        Assert.Contains(graph.OfType("s3/bucket:Bucket"), bucket => bucket.Id == graph.Output("resultsBucket") as string && bucket.Id.Contains("-results-", StringComparison.Ordinal));
        Assert.StartsWith($"s3://{graph.Output("buckets.raw")}/", (string)graph.Output("deliveries")!, StringComparison.Ordinal);
        Assert.Equal(
            graph.OfType("athena/workgroup:Workgroup").Select(workgroup => workgroup.Id).Order(StringComparer.Ordinal),
            GraphValue.Texts(graph.Outputs, "").Where(output => output.Path.StartsWith("workgroups", StringComparison.Ordinal)).Select(output => output.Text).Order(StringComparer.Ordinal));
        foreach (var image in new[] { "jobs", "training", "serving" })
        {
            Assert.Contains(graph.OfType("ecr/repository:Repository"), repository => repository.Outputs["repositoryUrl"].Equals(graph.Output($"repositories.{image}")));
        }
    }

    [Theory]
    [MemberData(nameof(Graphs.Names), MemberType = typeof(Graphs))]
    public async Task The_API_is_where_its_gateway_answers(string name)
    {
        var graph = await Graphs.OfAsync(name);
        Assert.Equal(graph.OfType("apigatewayv2/api:Api").Select(api => api.Outputs["apiEndpoint"]).SingleOrDefault(), graph.Output("apiUrl"));
    }

    [Theory]
    [MemberData(nameof(Graphs.Names), MemberType = typeof(Graphs))]
    public async Task The_state_machine_and_its_page_are_those_of_the_pipeline(string name)
    {
        var graph = await Graphs.OfAsync(name);
        var machine = graph.OfType("sfn/stateMachine:StateMachine").SingleOrDefault(machine => machine.Name == "pipeline-machine");
        Assert.Equal(machine?.Arn, graph.Output("stateMachine"));
        Assert.Equal(machine is null ? null : $"https://eu-west-1.console.aws.amazon.com/states/home?region=eu-west-1#/statemachines/view/{machine.Arn}", graph.Output("stateMachineUrl"));
    }

    [Theory]
    [MemberData(nameof(Graphs.Names), MemberType = typeof(Graphs))]
    public async Task Links_lead_to_the_dashboards_that_there_are(string name)
    {
        var graph = await Graphs.OfAsync(name);
        Assert.Contains(graph.OfType("cloudwatch/dashboard:Dashboard"), dashboard => ((string)graph.Output("monitoringUrl")!).Contains(dashboard.Id, StringComparison.Ordinal));
        if (!name.EndsWith("-everything", StringComparison.Ordinal))
        {
            Assert.Null(graph.Output("dashboardUrls"));
            return;
        }

        var template = graph.Only("cloudformation/stack:Stack").Text("templateBody")!;
        foreach (var sheet in new[] { "sales", "recommendation-quality" })
        {
            var link = (string)graph.Output($"dashboardUrls.{sheet}")!;
            Assert.StartsWith("https://eu-west-1.quicksight.aws.amazon.com/sn/dashboards/", link, StringComparison.Ordinal);
            Assert.Contains($"\"{link.Split('/')[^1]}\"", template, StringComparison.Ordinal);
        }
    }

    [Theory]
    [MemberData(nameof(Graphs.Names), MemberType = typeof(Graphs))]
    public async Task What_to_do_next_names_outputs_that_have_a_value(string name)
    {
        var graph = await Graphs.OfAsync(name);
        var next = (string)graph.Output("next")!;
        Assert.Equal(name.EndsWith("-bootstrap", StringComparison.Ordinal), next.StartsWith("push the images", StringComparison.Ordinal));
        var named = QuotedName().Matches(next).Select(match => match.Groups[1].Value).ToList();
        Assert.NotEmpty(named);
        Assert.All(named, output => Assert.NotNull(graph.Output(output)));
    }

    [GeneratedRegex("'([a-zA-Z]+)'")]
    private static partial Regex QuotedName();
}
