using Amazon.Runtime;

namespace Amazon.Glue.Model;

/// <summary>What Glue answers to CreateTable.</summary>
public partial class CreateTableResponse : AmazonWebServiceResponse;
