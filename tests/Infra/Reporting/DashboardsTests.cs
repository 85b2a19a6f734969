using System.Text.Json.Nodes;
using Recommender.Infra.Reporting.DataSets;
using Recommender.Infra.Tests.Harness;
using Recommender.Infra.Tests.Policies;
using Recommender.Lake.Tables;

namespace Recommender.Infra.Tests.Reporting;

public sealed class DashboardsTests
{
    private const string Viewer = "arn:aws:quicksight:eu-west-1:123456789012:group/default/analysts";
    private const int LargestTemplateBytes = 51_200;
    private const int Columns = 36;

    [Theory]
    [InlineData("prod", false)]
    [InlineData("prod-everything", true)]
    [InlineData("uat-everything", true)]
    public async Task There_are_dashboards_where_the_settings_ask_for_them(string variant, bool expected)
    {
        var graph = await Graphs.OfAsync(variant);
        Assert.Equal(expected ? Reports.All.Count : 0, graph.OfType("quicksight/dataSet:DataSet").Count());
        Assert.Equal(expected, graph.OfType("quicksight/dataSource:DataSource").Any());
        Assert.Equal(expected, graph.OfType("cloudformation/stack:Stack").Any());
    }

    [Fact]
    public async Task The_source_asks_the_dashboards_workgroup_as_the_reader()
    {
        var graph = await Graphs.OfAsync("prod-everything");
        var source = graph.Only("quicksight/dataSource:DataSource");

        Assert.Equal("ATHENA", source.Text("type"));
        Assert.Equal("recommender-prod-dashboards", source.Text("parameters.athena.workGroup"));
        Assert.Equal(graph.Get("iam/role:Role", "dashboards-reader-role").Arn, source.Text("parameters.athena.roleArn"));
    }

    [Theory]
    [InlineData("uat-everything")]
    [InlineData("prod-everything")]
    public async Task Data_sets_ask_the_stacks_own_databases(string variant)
    {
        var graph = await Graphs.OfAsync(variant);
        var source = graph.Only("quicksight/dataSource:DataSource").Arn;

        Assert.All(graph.OfType("quicksight/dataSet:DataSet"), set =>
        {
            var report = Reports.All.Single(report => set.Name == $"dashboards-{report.Name}");
            const string Sql = "physicalTableMaps[0].customSql";
            Assert.Equal(source, set.Text($"{Sql}.dataSourceArn"));
            Assert.All(report.Tables, table => Assert.Contains($"recommender_{graph.Stack}_{table.Zone.SqlName()}.{table.Table}", set.Text($"{Sql}.sqlQuery"), StringComparison.Ordinal));
            Assert.StartsWith("select", set.Text($"{Sql}.sqlQuery"), StringComparison.Ordinal);
            Assert.DoesNotMatch(@"[^_](clean|curated|ml|published)\.", set.Text($"{Sql}.sqlQuery"));
            Assert.Equal(report.Columns.Select(column => (column.Name, column.QuickSightType)), set.List($"{Sql}.columns").Select(column => ((string)GraphValue.At(column, "name")!, (string)GraphValue.At(column, "type")!)));
            Assert.Equal("DIRECT_QUERY", set.Text("importMode"));
        });
    }

    [Fact]
    public async Task The_reader_reads_the_tables_of_the_reports_and_no_other()
    {
        var graph = await Graphs.OfAsync("prod-everything");
        var role = IamRole.Of(graph, "dashboards-reader-role");
        var read = Reports.All.SelectMany(report => report.Tables).ToHashSet();
        Assert.All(Pipeline.Graph.GroceryPipeline.Tables.Select(table => table.Name), table =>
        {
            var zone = table.Zone.SqlName();
            Assert.Equal(read.Contains(table), role.May("glue:GetTable", CloudNames.Arn("glue", $"table/recommender_prod_{zone}/{table.Table}")));
            var bucket = $"arn:aws:s3:::recommender-prod-{zone}-{CloudNames.Account}";
            Assert.Equal(read.Contains(table), role.May("s3:GetObject", $"{bucket}/{table.Table}/1/data/part-0.parquet"));
            Assert.Equal(read.Contains(table), role.May("s3:ListBucket", bucket, ("s3:prefix", $"{table.Table}/1/")));
            Assert.False(role.May("s3:ListBucket", bucket));
        });
        Assert.Contains(new TableName(Zone.Ml, "evaluation"), read);
        Assert.DoesNotContain(read, table => table.Zone == Zone.Raw);
        Assert.True(role.May("athena:StartQueryExecution", CloudNames.Arn("athena", "workgroup/recommender-prod-dashboards")));
        Assert.False(role.May("athena:StartQueryExecution", CloudNames.Arn("athena", "workgroup/recommender-prod-jobs")));
        Assert.True(role.May("s3:PutObject", $"arn:aws:s3:::recommender-prod-results-{CloudNames.Account}/dashboards/x.csv"));
        Assert.False(role.May("s3:PutObject", $"arn:aws:s3:::recommender-prod-results-{CloudNames.Account}/jobs/x.csv"));
        Assert.True(role.TrustsService("quicksight.amazonaws.com", ("aws:SourceAccount", CloudNames.Account)));
        Assert.False(role.TrustsService("quicksight.amazonaws.com", ("aws:SourceAccount", "999999999999")));
    }

    [Theory]
    [InlineData("uat-everything")]
    [InlineData("prod-everything")]
    public async Task Dashboards_are_defined_whole_and_shown_to_the_viewers(string variant)
    {
        var graph = await Graphs.OfAsync(variant);
        var text = graph.Only("cloudformation/stack:Stack").Text("templateBody")!;
        Assert.True(System.Text.Encoding.UTF8.GetByteCount(text) < LargestTemplateBytes);
        var dashboards = JsonNode.Parse(text)!["Resources"]!.AsObject().Select(resource => resource.Value!["Properties"]!).ToList();

        Assert.Equal([$"recommender-{graph.Stack}-sales", $"recommender-{graph.Stack}-recommendation-quality"], dashboards.Select(dashboard => dashboard["DashboardId"]!.GetValue<string>()));
        var sets = graph.OfType("quicksight/dataSet:DataSet").Select(set => set.Arn).ToHashSet();
        Assert.All(dashboards, dashboard =>
        {
            var permission = Assert.Single(dashboard["Permissions"]!.AsArray())!;
            Assert.Equal(Viewer, permission["Principal"]!.GetValue<string>());
            Assert.DoesNotContain(permission["Actions"]!.AsArray(), action => action!.GetValue<string>().Contains("Update", StringComparison.Ordinal));
            Assert.All(dashboard["Definition"]!["DataSetIdentifierDeclarations"]!.AsArray(), declared => Assert.Contains(declared!["DataSetArn"]!.GetValue<string>(), sets));
        });
    }

    [Fact]
    public async Task Visuals_name_columns_that_their_data_sets_have_and_lie_side_by_side()
    {
        var template = JsonNode.Parse((await Graphs.OfAsync("prod-everything")).Only("cloudformation/stack:Stack").Text("templateBody")!)!;
        foreach (var sheet in template["Resources"]!.AsObject().SelectMany(resource => resource.Value!["Properties"]!["Definition"]!["Sheets"]!.AsArray()))
        {
            var columns = All(sheet!).OfType<JsonObject>().Where(node => node.ContainsKey("DataSetIdentifier")).ToList();
            Assert.NotEmpty(columns);
            Assert.All(columns, column => Assert.NotNull(Reports.All.Single(report => report.Name == column["DataSetIdentifier"]!.GetValue<string>()).Column(column["ColumnName"]!.GetValue<string>())));

            var elements = sheet!["Layouts"]![0]!["Configuration"]!["GridLayout"]!["Elements"]!.AsArray();
            var visuals = sheet["Visuals"]!.AsArray().Select(visual => visual!.AsObject().Single().Value!["VisualId"]!.GetValue<string>()).ToList();
            Assert.Equal(visuals, elements.Select(element => element!["ElementId"]!.GetValue<string>()));
            Assert.Equal(visuals.Count, visuals.Distinct().Count());
            var taken = new HashSet<(int, int)>();
            Assert.All(elements, element =>
            {
                var (column, row) = (element!["ColumnIndex"]!.GetValue<int>(), element["RowIndex"]!.GetValue<int>());
                Assert.True(column + element["ColumnSpan"]!.GetValue<int>() <= Columns);
                Assert.True(Enumerable.Range(column, element["ColumnSpan"]!.GetValue<int>()).All(at => taken.Add((at, row))));
            });
        }
    }

    [Fact]
    public void A_visual_of_a_column_that_is_not_there_is_refused() =>
        Assert.Throws<ArgumentException>(() => Infra.Reporting.Visuals.Visual.Total("x", "X", Reports.Customers, "no_such_column"));

    private static IEnumerable<JsonNode> All(JsonNode node) => node switch
    {
        JsonObject map => map.Select(member => member.Value).OfType<JsonNode>().SelectMany(All).Prepend(map),
        JsonArray list => list.OfType<JsonNode>().SelectMany(All),
        _ => [node],
    };
}
