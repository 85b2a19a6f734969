namespace Amazon.Glue.Model;

/// <summary>TableIdentifier, a part of what Glue is asked or answers.</summary>
public partial class TableIdentifier
{
    public string CatalogId { get; set; }
    public string DatabaseName { get; set; }
    public string Name { get; set; }
}
