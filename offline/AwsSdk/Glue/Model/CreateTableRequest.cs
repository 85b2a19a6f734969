namespace Amazon.Glue.Model;

/// <summary>What Glue is asked by CreateTable.</summary>
public partial class CreateTableRequest : AmazonGlueRequest
{
    public string CatalogId { get; set; }
    public string DatabaseName { get; set; }
    public TableInput TableInput { get; set; }
    public string TransactionId { get; set; }
}
