using Amazon.Runtime;

namespace Amazon.Glue.Model;

/// <summary>What Glue answers to GetDatabase.</summary>
public partial class GetDatabaseResponse : AmazonWebServiceResponse
{
    public Database Database { get; set; }
}
