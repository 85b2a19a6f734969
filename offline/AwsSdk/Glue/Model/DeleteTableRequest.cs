namespace Amazon.Glue.Model;

/// <summary>What Glue is asked by DeleteTable.</summary>
public partial class DeleteTableRequest : AmazonGlueRequest
{
    public string CatalogId { get; set; }
    public string DatabaseName { get; set; }
    public string Name { get; set; }
    public string TransactionId { get; set; }
}
