using Recommender.Infra.Reporting.DataSets;
using Recommender.Infra.Reporting.Visuals;
using Recommender.Infra.Tests.Querying;
using Recommender.Lake.Models;
using Recommender.Lake.Tables;
using Recommender.Pipeline.Graph;
using Recommender.Tests;
using Recommender.Transform.Linting;

namespace Recommender.Infra.Tests.Reporting;

/// <summary>What dashboards ask is held to what models are: the portable core, Trino's grammar, and answers from a lake.</summary>
public sealed class ReportTests(TinyLake lake) : IClassFixture<TinyLake>
{
    public static TheoryData<string> Names => [.. Reports.All.Select(report => report.Name)];

    [Theory]
    [MemberData(nameof(Names))]
    public void A_report_keeps_to_the_portable_core(string name) => Assert.Empty(SqlLinter.Lint(Named(name).Sql).Select(finding => finding.ToString()));

    [Theory]
    [MemberData(nameof(Names))]
    public void A_report_knows_the_declared_tables_that_it_reads(string name)
    {
        var report = Named(name);

        Assert.NotEmpty(report.Tables);
        Assert.Subset(GroceryPipeline.Tables.Select(table => table.Name).ToHashSet(), report.Tables.ToHashSet());
        Assert.Equal(new SqlModel(GroceryPipeline.Tables[0], report.Sql).Inputs.Order(Comparer<TableName>.Create((one, other) => string.CompareOrdinal(one.ToString(), other.ToString()))), report.Tables.OrderBy(table => table.ToString(), StringComparer.Ordinal));
    }

    /// <summary>Rows of a person stay out of dashboards: what has a user in it is only ever counted.</summary>
    [Theory]
    [MemberData(nameof(Names))]
    public void A_report_gives_the_columns_that_it_says_and_no_person(string name)
    {
        var report = Named(name);
        var rows = lake.Ask(report.Sql);

        Assert.NotEmpty(rows);
        Assert.Equal(report.Columns.Select(column => column.Name), rows[0].Keys);
        Assert.DoesNotContain("user_id", rows[0].Keys);
        Assert.All(report.Columns, column => Assert.All(rows, row => Assert.True(row[column.Name] is null || row[column.Name]!.GetType() == Type(column.Type), $"{column.Name} is {row[column.Name]?.GetType()}")));
    }

    [Fact]
    public async Task Athena_parses_every_report()
    {
        var errors = await TrinoGrammar.Errors([.. Reports.All.Select(report => report.Sql), "select a::integer from t"], TestContext.Current.CancellationToken);

        Assert.All(Reports.All.Zip(errors), pair => Assert.True(pair.Second.Length == 0, $"{pair.First.Name}: {string.Join("; ", pair.Second)}"));
        Assert.NotEmpty(errors[^1]);
    }

    [Fact]
    public void Sales_of_the_tiny_delivery_add_up_whichever_way_they_are_cut()
    {
        const long Lines = TinyDelivery.DefaultUsers * TinyDelivery.PriorOrders * TinyDelivery.BasketSize;

        Assert.All([Reports.SalesByWeekday, Reports.SalesByHour, Reports.SalesByDepartment, Reports.Customers], report =>
            Assert.Equal(Lines, lake.Ask(report.Sql).Sum(row => (long)row["lines"]!)));
        Assert.Equal((long)TinyDelivery.DefaultUsers, lake.Ask(Reports.Customers.Sql).Sum(row => (long)row["customers"]!));
    }

    [Fact]
    public void Every_report_is_on_a_dashboard() =>
        Assert.Equal(Reports.All.Select(report => report.Name).Order(), DashboardSheets.All.SelectMany(sheet => sheet.Parts).Select(part => part.Report.Name).Distinct().Order());

    private static Report Named(string name) => Reports.All.Single(report => report.Name == name);

    private static Type Type(ColumnType type) => type switch
    {
        ColumnType.BigInt => typeof(long),
        ColumnType.Integer => typeof(int),
        ColumnType.Double => typeof(double),
        ColumnType.Varchar => typeof(string),
        _ => throw new ArgumentOutOfRangeException(nameof(type), type, "no report has such a column"),
    };
}
