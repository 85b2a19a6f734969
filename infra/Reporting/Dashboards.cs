using Pulumi;
using Recommender.Infra.Components;
using Recommender.Infra.Reporting.DataSets;
using Recommender.Infra.Reporting.Visuals;
using Aws = Pulumi.Aws;

namespace Recommender.Infra.Reporting;

/// <summary>
/// QuickSight: a data source on the dashboards' workgroup, a data set per report, a dashboard for sales and one for the quality of
/// recommendations. Queries are asked as people look, so what they see is what is published, and the workgroup's cutoff bounds
/// each. The account is subscribed to QuickSight by hand, once; who deploys needs <c>quicksight:*DataSource</c>, <c>*DataSet</c>,
/// <c>*Dashboard</c> with their permissions, <c>PassDataSource</c>, <c>PassDataSet</c>, <c>cloudformation:*Stack</c> on this stack's names,
/// and <c>iam:PassRole</c> for the reader's role to QuickSight.
/// </summary>
public sealed class Dashboards : PlatformComponent
{
    /// <summary>Makes them.</summary>
    public Dashboards(string name, DashboardsArgs args, ComponentResourceOptions? options = null)
        : base("Dashboards", name, args, options)
    {
        var reader = new AthenaReader($"{name}-reader", new()
        {
            Context = Context,
            Service = "quicksight.amazonaws.com",
            Description = "Reads the tables that QuickSight's dashboards show",
            Tables = [.. Reports.All.SelectMany(report => report.Tables).Distinct()],
            Place = args.Place,
        }, new() { Parent = this });
        var source = new Aws.Quicksight.DataSource(Child("source"), new()
        {
            DataSourceId = Context.Name("athena"),
            Name = $"Recommender {Context.Stack}",
            Type = "ATHENA",
            Parameters = new Aws.Quicksight.Inputs.DataSourceParametersArgs
            {
                Athena = new Aws.Quicksight.Inputs.DataSourceParametersAthenaArgs { WorkGroup = args.Place.WorkgroupName, RoleArn = reader.RoleArn },
            },
            SslProperties = new Aws.Quicksight.Inputs.DataSourceSslPropertiesArgs { DisableSsl = false },
        }, Owned(reader.Policy));
        var dataSets = Reports.All.ToDictionary(report => report.Name, report => DataSet(report, source).Arn);
        _ = new Aws.CloudFormation.Stack(Child("definitions"), new()
        {
            Name = Context.Name("dashboards"),
            TemplateBody = DashboardTemplate.Json(Context, dataSets),
        }, Owned());
        DashboardUrls = DashboardSheets.All.ToDictionary(
            sheet => sheet.Id,
            sheet => Output.Format($"https://{Context.Region}.quicksight.aws.amazon.com/sn/dashboards/{DashboardTemplate.Id(Context, sheet)}"));
        RegisterOutputs(DashboardUrls.ToDictionary(url => url.Key, url => (object?)url.Value));
    }

    /// <summary>Where to look at each dashboard: <c>sales</c> and <c>recommendation-quality</c>.</summary>
    public IReadOnlyDictionary<string, Output<string>> DashboardUrls { get; }

    private Aws.Quicksight.DataSet DataSet(Report report, Aws.Quicksight.DataSource source)
    {
        var sql = new Aws.Quicksight.Inputs.DataSetPhysicalTableMapCustomSqlArgs { Name = report.Name, DataSourceArn = source.Arn, SqlQuery = report.For(Context) };
        foreach (var column in report.Columns)
        {
            sql.Columns.Add(new Aws.Quicksight.Inputs.DataSetPhysicalTableMapCustomSqlColumnArgs { Name = column.Name, Type = column.QuickSightType });
        }

        return new(Child(report.Name), new()
        {
            DataSetId = Context.Name(report.Name),
            Name = $"{report.Name} ({Context.Stack})",
            ImportMode = "DIRECT_QUERY",
            PhysicalTableMaps = { new Aws.Quicksight.Inputs.DataSetPhysicalTableMapArgs { PhysicalTableMapId = report.Name, CustomSql = sql } },
        }, Owned());
    }
}
