namespace Amazon.Glue.Model;

/// <summary>What Glue is asked by UpdateTable.</summary>
public partial class UpdateTableRequest : AmazonGlueRequest
{
    public string CatalogId { get; set; }
    public string DatabaseName { get; set; }
    public bool? SkipArchive { get; set; }
    public TableInput TableInput { get; set; }
    public string TransactionId { get; set; }
    public string VersionId { get; set; }
}
