using System.Text;
using System.Xml.Linq;
using Microsoft.AspNetCore.Http;
using Recommender.AwsEmulator.Http;
using Recommender.AwsEmulator.Signing;

namespace Recommender.AwsEmulator.Sts;

/// <summary>The security token service and its protocol: forms in, XML out.</summary>
internal sealed class StsProtocol(EmulatorState state) : IProtocol
{
    private const string WithoutSignature = "AssumeRoleWithWebIdentity";
    private static readonly XNamespace _namespace = "https://sts.amazonaws.com/doc/2011-06-15/";
    private readonly StsOperations _operations = new(state);

    /// <summary>Whether a request is for this service.</summary>
    public static bool IsFor(EmulatorRequest request) => SignedRequest.ServiceOf(request) is { } service
        ? service is "sts"
        : HttpMethods.IsPost(request.Method) && request.Path is "/" && request.Header("Content-Type")?.StartsWith("application/x-www-form-urlencoded", StringComparison.Ordinal) is true;

    /// <inheritdoc/>
    public async Task<ServiceCall> ReadAsync(EmulatorRequest request, CancellationToken cancellationToken)
    {
        using var reader = new StreamReader(request.Context.Request.Body, new UTF8Encoding(encoderShouldEmitUTF8Identifier: false));
        var body = await reader.ReadToEndAsync(cancellationToken);
        var form = request.Query.Concat(EmulatorRequest.ReadPairs(body)).DistinctBy(pair => pair.Key).ToDictionary(pair => pair.Key, pair => pair.Value);
        var operation = form.GetValueOrDefault("Action", "");
        var caller = operation is WithoutSignature ? null : Verify(request, body);
        return new("sts", operation, "", body, _ => Task.FromResult(Answer(request, operation, _operations.Invoke(operation, form, caller))));
    }

    /// <inheritdoc/>
    public ServiceAnswer Refuse(EmulatorRequest request, AwsFaultException fault) => Write(fault.Status, new XElement(
        "ErrorResponse",
        new XElement("Error", new XElement("Type", fault.Status < 500 ? "Sender" : "Receiver"), new XElement("Code", fault.Code), new XElement("Message", fault.Message)),
        new XElement("RequestId", request.Id)));

    /// <inheritdoc/>
    public AwsFaultException Throttled(ServiceCall call) => new("Throttling", "Rate exceeded");

    /// <inheritdoc/>
    public AwsFaultException Conflicted(ServiceCall call) => Throttled(call);

    /// <inheritdoc/>
    public AwsFaultException Broken(ServiceCall? call) => new("InternalFailure", "An internal error occurred", 500);

    private static ServiceAnswer Answer(EmulatorRequest request, string operation, XElement[] result) => Write(200, new XElement(
        $"{operation}Response",
        new XElement($"{operation}Result", result),
        new XElement("ResponseMetadata", new XElement("RequestId", request.Id))));

    private static ServiceAnswer Write(int status, XElement root)
    {
        foreach (var element in root.DescendantsAndSelf())
        {
            element.Name = _namespace + element.Name.LocalName;
        }

        return ServiceAnswer.Of(status, "text/xml", root.ToString());
    }

    private Authentication Verify(EmulatorRequest request, string body)
    {
        try
        {
            return state.Signatures.Verify(request, body);
        }
        catch (SignatureException wrong)
        {
            throw new AwsFaultException(CodeOf(wrong.Problem), wrong.Message, StatusCodes.Status403Forbidden);
        }
    }

    private static string CodeOf(SignatureProblem problem) => problem switch
    {
        SignatureProblem.Missing => "MissingAuthenticationToken",
        SignatureProblem.Malformed => "IncompleteSignature",
        SignatureProblem.UnknownKey or SignatureProblem.WrongToken => "InvalidClientTokenId",
        SignatureProblem.WrongRegion or SignatureProblem.Skewed or SignatureProblem.Mismatch => "SignatureDoesNotMatch",
        _ => throw new ArgumentOutOfRangeException(nameof(problem), problem, "an unknown problem of a signature"),
    };
}
