namespace Amazon.Glue.Model;

/// <summary>DatabaseIdentifier, a part of what Glue is asked or answers.</summary>
public partial class DatabaseIdentifier
{
    public string CatalogId { get; set; }
    public string DatabaseName { get; set; }
}
