using Amazon.Runtime;

namespace Amazon.Glue.Model;

/// <summary>What Glue answers to DeleteTable.</summary>
public partial class DeleteTableResponse : AmazonWebServiceResponse;
