using System.Collections.Concurrent;

namespace Recommender.AwsEmulator.Signing;

/// <summary>The access keys that requests may be signed with.</summary>
/// <param name="permanent">Secrets by key, of keys that last and need no session token (one that is sent along is not looked at).</param>
internal sealed class CredentialStore(IReadOnlyDictionary<string, string> permanent)
{
    private readonly ConcurrentDictionary<string, SessionCredential> _sessions = new();

    /// <summary>Takes a session's key from now on.</summary>
    public void Add(SessionCredential session) => _sessions[session.Key] = session;

    /// <summary>The session that a key belongs to; null where it belongs to none.</summary>
    public SessionCredential? Session(string key) => _sessions.GetValueOrDefault(key);

    /// <summary>A key's secret.</summary>
    /// <exception cref="SignatureException">There is no such key, or the token is not its.</exception>
    public string SecretOf(string key, string? token)
    {
        if (permanent.TryGetValue(key, out var secret))
        {
            return secret;
        }

        if (!_sessions.TryGetValue(key, out var session))
        {
            throw new SignatureException(SignatureProblem.UnknownKey, $"there is no access key {key}");
        }

        return session.Token == token ? session.Secret : throw new SignatureException(SignatureProblem.WrongToken, "the session token is missing or another's");
    }
}
