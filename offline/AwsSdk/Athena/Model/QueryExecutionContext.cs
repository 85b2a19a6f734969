namespace Amazon.Athena.Model;

/// <summary>QueryExecutionContext, a part of what Athena is asked or answers.</summary>
public partial class QueryExecutionContext
{
    public string Catalog { get; set; }
    public string Database { get; set; }
}
