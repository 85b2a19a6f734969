using System;

namespace Amazon.Glue.Model;

/// <summary>What Glue is asked by GetTables.</summary>
public partial class GetTablesRequest : AmazonGlueRequest
{
    public string CatalogId { get; set; }
    public string DatabaseName { get; set; }
    public string Expression { get; set; }
    public int? MaxResults { get; set; }
    public string NextToken { get; set; }
    public DateTime? QueryAsOfTime { get; set; }
    public string TransactionId { get; set; }
}
