using Recommender.AwsEmulator.Http;
using Recommender.AwsEmulator.S3.Bodies;
using Recommender.AwsEmulator.S3.Checksums;
using Recommender.AwsEmulator.Signing;

namespace Recommender.AwsEmulator.S3;

/// <summary>S3's protocol, in path style: /BUCKET/KEY.</summary>
internal sealed class S3Dispatcher(EmulatorState state) : IProtocol
{
    // Parts of S3 that this is not; a request for one must not be taken for a plain GET or PUT.
    private static readonly HashSet<string> _otherParts =
    [
        "accelerate", "acl", "analytics", "attributes", "cors", "encryption", "intelligent-tiering", "inventory", "legal-hold", "lifecycle", "logging", "metadataTable", "metrics", "notification",
        "object-lock", "ownershipControls", "policy", "policyStatus", "publicAccessBlock", "replication", "requestPayment", "restore", "retention", "select", "tagging", "torrent", "versionId",
        "versions", "website",
    ];

    private readonly IReadOnlyList<S3Route> _routes = S3Routes.Of(state);

    /// <inheritdoc/>
    public async Task<ServiceCall> ReadAsync(EmulatorRequest request, CancellationToken cancellationToken)
    {
        var authentication = S3Signatures.Verify(state.Signatures, request);
        var parts = request.Path.TrimStart('/').Split('/', 2);
        var (bucket, key) = (parts[0], parts.ElementAtOrDefault(1) ?? "");
        var level = bucket.Length == 0 ? S3Level.Service : key.Length == 0 ? S3Level.Bucket : S3Level.Object;
        var route = _routes.FirstOrDefault(route => route.Fits(request, level)) ?? throw new AwsFaultException("MethodNotAllowed", "The specified method is not allowed against this resource.", 405);
        if (request.Query.Select(pair => pair.Key).FirstOrDefault(name => _otherParts.Contains(name) && !route.Query.Contains(name)) is { } other)
        {
            throw S3Faults.NotImplemented(other);
        }

        var text = route.TakesXml ? await ReadTextAsync(request, authentication, cancellationToken) : "";
        var call = new S3Request(request, authentication, state, bucket, key, text);
        return new("s3", route.Operation, level is S3Level.Object ? $"{bucket}/{key}" : bucket, text, async cancellation => Sign(request, await route.Handle(call, cancellation)));
    }

    /// <inheritdoc/>
    public ServiceAnswer Refuse(EmulatorRequest request, AwsFaultException fault)
    {
        var answer = fault.Status == 304
            ? ServiceAnswer.Empty(fault.Status)
            : S3Xml.Error(
                fault.Status,
                S3Xml.Element("Code", fault.Code),
                S3Xml.Element("Message", fault.Message),
                fault.Details.Select(detail => S3Xml.Element(detail.Key, detail.Value)),
                S3Xml.Element("Resource", request.Path),
                S3Xml.Element("RequestId", request.Id),
                S3Xml.Element("HostId", request.Id));
        if (fault.Details.TryGetValue("Region", out var region))
        {
            answer.Headers["x-amz-bucket-region"] = region;
        }

        return Sign(request, answer);
    }

    /// <inheritdoc/>
    public AwsFaultException Throttled(ServiceCall call) => new("SlowDown", "Please reduce your request rate.", 503);

    /// <inheritdoc/>
    public AwsFaultException Broken(ServiceCall? call) => new("InternalError", "We encountered an internal error. Please try again.", 500);

    /// <inheritdoc/>
    public AwsFaultException Conflicted(ServiceCall call) => S3Faults.ConditionalRequestConflict(call.Subject);

    private async Task<string> ReadTextAsync(EmulatorRequest request, Authentication authentication, CancellationToken cancellationToken)
    {
        using var body = await new BodyReceiver(state.Objects).ReceiveAsync(request, authentication, Checksum.Default, cancellationToken);
        return await File.ReadAllTextAsync(body.File, cancellationToken);
    }

    private static ServiceAnswer Sign(EmulatorRequest request, ServiceAnswer answer)
    {
        answer.Headers["x-amz-request-id"] = request.Id;
        answer.Headers["x-amz-id-2"] = request.Id;
        return answer;
    }
}
