using System.Collections.Generic;
using Amazon.Runtime;

namespace Amazon.Glue.Model;

/// <summary>What Glue answers to GetTables.</summary>
public partial class GetTablesResponse : AmazonWebServiceResponse
{
    public string NextToken { get; set; }
    public List<Table> TableList { get; set; }
}
