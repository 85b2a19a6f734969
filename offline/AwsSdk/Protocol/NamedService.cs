using Amazon.Runtime.Internal;

namespace Recommender.AwsSdk.Protocol;

/// <summary>What Core asks about a service: its name, and no operation that is called otherwise than its request.</summary>
internal sealed class NamedService(string serviceId) : IServiceMetadata
{
    public string ServiceId => serviceId;

    public IDictionary<string, string> OperationNameMapping { get; } = new Dictionary<string, string>();
}
