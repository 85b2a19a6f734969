namespace Amazon.Athena.Model;

/// <summary>ColumnInfo, a part of what Athena is asked or answers.</summary>
public partial class ColumnInfo
{
    public bool? CaseSensitive { get; set; }
    public string CatalogName { get; set; }
    public string Label { get; set; }
    public string Name { get; set; }
    public ColumnNullable Nullable { get; set; }
    public int? Precision { get; set; }
    public int? Scale { get; set; }
    public string SchemaName { get; set; }
    public string TableName { get; set; }
    public string Type { get; set; }
}
