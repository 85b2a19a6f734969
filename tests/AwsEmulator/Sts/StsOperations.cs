using System.Globalization;
using System.Xml.Linq;
using Recommender.AwsEmulator.Http;
using Recommender.AwsEmulator.Signing;

namespace Recommender.AwsEmulator.Sts;

/// <summary>GetCallerIdentity, AssumeRole and AssumeRoleWithWebIdentity. Every role can be assumed by everybody.</summary>
internal sealed class StsOperations(EmulatorState state)
{
    private const int DefaultSeconds = 3600;

    /// <summary>Does an operation.</summary>
    /// <param name="operation">Its name.</param>
    /// <param name="form">Its parameters.</param>
    /// <param name="caller">Who calls; null for an operation that is not signed.</param>
    /// <returns>The elements of the result.</returns>
    /// <exception cref="AwsFaultException">The operation is unknown, or a parameter is missing.</exception>
    public XElement[] Invoke(string operation, Dictionary<string, string> form, Authentication? caller) => operation switch
    {
        "GetCallerIdentity" => Identity(caller!.Signed.Key),
        "AssumeRole" => Assume(form),
        "AssumeRoleWithWebIdentity" when Parameter(form, "WebIdentityToken").Length > 0 => [.. Assume(form), new("SubjectFromWebIdentityToken", "emulator")],
        _ => throw new AwsFaultException("InvalidAction", $"Could not find operation {operation} for version 2011-06-15"),
    };

    private XElement[] Identity(string key)
    {
        var account = state.Options.Account;
        var session = state.Credentials.Session(key);
        return [new("Arn", session?.Arn ?? $"arn:aws:iam::{account}:user/{key}"), new("UserId", session is null ? key : $"AROA{session.Key[4..]}:{session.Arn.Split('/')[^1]}"), new("Account", account)];
    }

    private XElement[] Assume(Dictionary<string, string> form)
    {
        var role = Parameter(form, "RoleArn").Split('/')[^1];
        var name = Parameter(form, "RoleSessionName");
        var seconds = form.GetValueOrDefault("DurationSeconds") is { } text && int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var given) ? given : DefaultSeconds;
        var id = RequestIds.Next().Replace("-", "", StringComparison.Ordinal).ToUpperInvariant();
        var session = new SessionCredential($"ASIA{id[..16]}", RequestIds.Next(), RequestIds.Next(), $"arn:aws:sts::{state.Options.Account}:assumed-role/{role}/{name}");
        state.Credentials.Add(session);
        return
        [
            new(
                "Credentials",
                new XElement("AccessKeyId", session.Key),
                new XElement("SecretAccessKey", session.Secret),
                new XElement("SessionToken", session.Token),
                new XElement("Expiration", state.Clock.GetUtcNow().AddSeconds(seconds).UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", CultureInfo.InvariantCulture))),
            new("AssumedRoleUser", new XElement("AssumedRoleId", $"AROA{id[..16]}:{name}"), new XElement("Arn", session.Arn)),
        ];
    }

    private static string Parameter(Dictionary<string, string> form, string name) => form.GetValueOrDefault(name) is { Length: > 0 } value
        ? value
        : throw new AwsFaultException("ValidationError", $"Value null at '{name}' failed to satisfy constraint: Member must not be null");
}
