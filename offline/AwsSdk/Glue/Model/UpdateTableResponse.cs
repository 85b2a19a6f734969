using Amazon.Runtime;

namespace Amazon.Glue.Model;

/// <summary>What Glue answers to UpdateTable.</summary>
public partial class UpdateTableResponse : AmazonWebServiceResponse;
