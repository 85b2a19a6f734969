using Recommender.AwsEmulator.Http;

namespace Recommender.AwsEmulator.Athena;

/// <summary>Requests that Athena refuses.</summary>
internal static class AthenaRefusal
{
    /// <summary>The error.</summary>
    /// <param name="message">Why.</param>
    /// <param name="code">AthenaErrorCode.</param>
    public static AwsFaultException Of(string message, string code = "INVALID_INPUT") =>
        new("InvalidRequestException", message) { Details = new Dictionary<string, string> { ["AthenaErrorCode"] = code } };
}
