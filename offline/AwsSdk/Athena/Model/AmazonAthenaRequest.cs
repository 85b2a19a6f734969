using Amazon.Runtime;

namespace Amazon.Athena.Model;

/// <summary>What every request to Athena is.</summary>
public partial class AmazonAthenaRequest : AmazonWebServiceRequest;
