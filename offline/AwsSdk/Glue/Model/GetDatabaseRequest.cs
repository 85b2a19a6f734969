namespace Amazon.Glue.Model;

/// <summary>What Glue is asked by GetDatabase.</summary>
public partial class GetDatabaseRequest : AmazonGlueRequest
{
    public string CatalogId { get; set; }
    public string Name { get; set; }
}
