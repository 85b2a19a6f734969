namespace Recommender.AwsEmulator.Http;

/// <summary>How requests of some services are read and their errors written.</summary>
internal interface IProtocol
{
    /// <summary>Reads what a request asks and checks its signature; nothing is done yet.</summary>
    /// <exception cref="AwsFaultException">It cannot be understood, or is not allowed.</exception>
    Task<ServiceCall> ReadAsync(EmulatorRequest request, CancellationToken cancellationToken);

    /// <summary>The answer that is an error.</summary>
    ServiceAnswer Refuse(EmulatorRequest request, AwsFaultException fault);

    /// <summary>What the service says to one who asks too often.</summary>
    AwsFaultException Throttled(ServiceCall call);

    /// <summary>What the service says when something else got between.</summary>
    AwsFaultException Conflicted(ServiceCall call);

    /// <summary>What the service says when something broke inside.</summary>
    AwsFaultException Broken(ServiceCall? call);
}
