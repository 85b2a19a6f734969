using System.Text.Json.Nodes;

namespace Recommender.Infra.Reporting.Visuals;

/// <summary>A dashboard of one sheet; its visuals follow one another in rows.</summary>
/// <param name="Id">The end of its id, such as <c>sales</c>.</param>
/// <param name="Title">Its title.</param>
/// <param name="Parts">What is on it.</param>
internal sealed record DashboardSheet(string Id, string Title, params IReadOnlyList<Visual> Parts)
{
    private const int Columns = 36;
    private const int Rows = 9;

    /// <summary>The definition (QuickSight API reference, "DashboardVersionDefinition").</summary>
    /// <param name="dataSetArns">The data set of each report, by the report's name.</param>
    public JsonObject Definition(IReadOnlyDictionary<string, string> dataSetArns) => new()
    {
        ["DataSetIdentifierDeclarations"] = new JsonArray(
            [.. Parts.Select(visual => visual.Report.Name).Distinct().Select(report => (JsonNode)new JsonObject { ["Identifier"] = report, ["DataSetArn"] = dataSetArns[report] })]),
        ["Sheets"] = new JsonArray(new JsonObject
        {
            ["SheetId"] = Id,
            ["Name"] = Title,
            ["ContentType"] = "INTERACTIVE",
            ["Visuals"] = new JsonArray([.. Parts.Select(visual => visual.Body.DeepClone())]),
            ["Layouts"] = new JsonArray(new JsonObject { ["Configuration"] = new JsonObject { ["GridLayout"] = new JsonObject { ["Elements"] = Places() } } }),
        }),
    };

    private JsonArray Places()
    {
        var places = new JsonArray();
        var (column, row) = (0, 0);
        foreach (var visual in Parts)
        {
            if (column + visual.Width > Columns)
            {
                (column, row) = (0, row + Rows);
            }

            places.Add(new JsonObject
            {
                ["ElementId"] = visual.Id,
                ["ElementType"] = "VISUAL",
                ["ColumnIndex"] = column,
                ["ColumnSpan"] = visual.Width,
                ["RowIndex"] = row,
                ["RowSpan"] = Rows,
            });
            column += visual.Width;
        }

        return places;
    }
}
