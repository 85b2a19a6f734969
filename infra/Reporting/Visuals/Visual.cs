using System.Text.Json.Nodes;
using Recommender.Infra.Reporting.DataSets;

namespace Recommender.Infra.Reporting.Visuals;

/// <summary>A chart or table on a sheet, as QuickSight's API writes it (API reference, "Visual").</summary>
/// <param name="Id">Its id on the sheet.</param>
/// <param name="Report">What it shows.</param>
/// <param name="Width">Width in the sheet's 36 columns.</param>
/// <param name="Body">The visual.</param>
internal sealed record Visual(string Id, Report Report, int Width, JsonObject Body)
{
    /// <summary>One number, added up over all rows.</summary>
    public static Visual Total(string id, string title, Report report, string column) =>
        Of(id, title, report, 9, "KPIVisual", new() { ["FieldWells"] = new JsonObject { ["Values"] = new JsonArray(Measure(report, column, "SUM")) } });

    /// <summary>Bars of a number by something else.</summary>
    public static Visual Bars(string id, string title, Report report, string by, string column, bool across = false) => Of(id, title, report, 18, "BarChartVisual", new()
    {
        ["Orientation"] = across ? "HORIZONTAL" : "VERTICAL",
        ["FieldWells"] = Wells("BarChartAggregatedFieldWells", new() { ["Category"] = new JsonArray(Dimension(report, by)), ["Values"] = new JsonArray(Measure(report, column, "SUM")) }),

        // Names by what they are worth; numbers such as hours in their own order.
        ["SortConfiguration"] = new JsonObject { ["CategorySort"] = new JsonArray(report.Column(by).Number ? Sort(Field(by), "ASC") : Sort(Field(column, "SUM"), "DESC")) },
    });

    /// <summary>Lines of a mean along a number, one for each value of a third column.</summary>
    public static Visual Lines(string id, string title, Report report, string along, string column, string? each = null)
    {
        var wells = new JsonObject { ["Category"] = new JsonArray(Dimension(report, along)), ["Values"] = new JsonArray(Measure(report, column, "AVERAGE")) };
        if (each is not null)
        {
            wells["Colors"] = new JsonArray(Dimension(report, each));
        }

        return Of(id, title, report, 18, "LineChartVisual", new()
        {
            ["Type"] = "LINE",
            ["FieldWells"] = Wells("LineChartAggregatedFieldWells", wells),
            ["SortConfiguration"] = new JsonObject { ["CategorySort"] = new JsonArray(Sort(Field(along), "ASC")) },
        });
    }

    /// <summary>All rows and columns, ordered by one.</summary>
    public static Visual Table(string id, string title, Report report, string by, bool down = false) => Of(id, title, report, 36, "TableVisual", new()
    {
        ["FieldWells"] = Wells("TableUnaggregatedFieldWells", new()
        {
            ["Values"] = new JsonArray([.. report.Columns.Select(column => (JsonNode)new JsonObject { ["FieldId"] = Field(column.Name), ["Column"] = Column(report, column.Name) })]),
        }),
        ["SortConfiguration"] = new JsonObject { ["RowSort"] = new JsonArray(Sort(Field(report.Column(by).Name), down ? "DESC" : "ASC")) },
    });

    private static Visual Of(string id, string title, Report report, int width, string kind, JsonObject configuration) => new(id, report, width, new()
    {
        [kind] = new JsonObject
        {
            ["VisualId"] = id,
            ["Title"] = new JsonObject { ["Visibility"] = "VISIBLE", ["FormatText"] = new JsonObject { ["PlainText"] = title } },
            ["ChartConfiguration"] = configuration,
        },
    });

    private static JsonObject Wells(string kind, JsonObject wells) => new() { [kind] = wells };

    private static JsonObject Dimension(Report report, string column) => new()
    {
        [report.Column(column).Number ? "NumericalDimensionField" : "CategoricalDimensionField"] = new JsonObject { ["FieldId"] = Field(column), ["Column"] = Column(report, column) },
    };

    private static JsonObject Measure(Report report, string column, string aggregation) => new()
    {
        ["NumericalMeasureField"] = new JsonObject
        {
            ["FieldId"] = Field(column, aggregation),
            ["Column"] = Column(report, column),
            ["AggregationFunction"] = new JsonObject { ["SimpleNumericalAggregation"] = aggregation },
        },
    };

    private static JsonObject Column(Report report, string column) => new() { ["DataSetIdentifier"] = report.Name, ["ColumnName"] = report.Column(column).Name };

    private static JsonObject Sort(string field, string direction) => new() { ["FieldSort"] = new JsonObject { ["FieldId"] = field, ["Direction"] = direction } };

    private static string Field(string column, string? aggregation = null) => aggregation is null ? column : $"{column}.{aggregation}";
}
