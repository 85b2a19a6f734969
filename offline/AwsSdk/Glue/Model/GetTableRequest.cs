using System;

namespace Amazon.Glue.Model;

/// <summary>What Glue is asked by GetTable.</summary>
public partial class GetTableRequest : AmazonGlueRequest
{
    public string CatalogId { get; set; }
    public string DatabaseName { get; set; }
    public string Name { get; set; }
    public DateTime? QueryAsOfTime { get; set; }
    public string TransactionId { get; set; }
}
