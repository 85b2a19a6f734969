using Amazon.Runtime;

namespace Amazon.Glue.Model;

/// <summary>What Glue answers to GetTable.</summary>
public partial class GetTableResponse : AmazonWebServiceResponse
{
    public Table Table { get; set; }
}
