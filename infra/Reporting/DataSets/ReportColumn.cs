using Recommender.Lake.Tables;

namespace Recommender.Infra.Reporting.DataSets;

/// <summary>A column of a report.</summary>
/// <param name="Name">Its name in the SELECT.</param>
/// <param name="Type">Its type.</param>
internal sealed record ReportColumn(string Name, ColumnType Type)
{
    /// <summary>Whether values can be added up and drawn against an axis.</summary>
    public bool Number => Type is ColumnType.BigInt or ColumnType.Integer or ColumnType.Double;

    /// <summary>What QuickSight calls the type.</summary>
    public string QuickSightType => Type switch
    {
        ColumnType.BigInt or ColumnType.Integer => "INTEGER",
        ColumnType.Double => "DECIMAL",
        ColumnType.Boolean => "BIT",
        ColumnType.Date or ColumnType.Timestamp => "DATETIME",
        _ => "STRING",
    };
}
