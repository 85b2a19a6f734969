using System.Xml.Linq;
using Recommender.AwsEmulator.Http;

namespace Recommender.AwsEmulator.S3;

/// <summary>S3's protocol.</summary>
internal sealed class S3Dispatcher(EmulatorState state) : IProtocol
{
    /// <inheritdoc/>
    public Task<ServiceCall> ReadAsync(EmulatorRequest request, CancellationToken cancellationToken) =>
        throw new AwsFaultException("NotImplemented", $"{state.Options.Stack}: not yet", 501);

    /// <inheritdoc/>
    public ServiceAnswer Refuse(EmulatorRequest request, AwsFaultException fault)
    {
        var error = new XElement("Error", new XElement("Code", fault.Code), new XElement("Message", fault.Message));
        return ServiceAnswer.Of(fault.Status, "application/xml", error.ToString());
    }

    /// <inheritdoc/>
    public AwsFaultException Throttled(ServiceCall call) => new("SlowDown", "Please reduce your request rate.", 503);

    /// <inheritdoc/>
    public AwsFaultException Broken(ServiceCall? call) => new("InternalError", "We encountered an internal error. Please try again.", 500);
}
