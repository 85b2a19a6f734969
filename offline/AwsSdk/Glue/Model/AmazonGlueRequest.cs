using Amazon.Runtime;

namespace Amazon.Glue.Model;

/// <summary>What every request to Glue is.</summary>
public partial class AmazonGlueRequest : AmazonWebServiceRequest;
