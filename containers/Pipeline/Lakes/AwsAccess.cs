using System.Globalization;
using Amazon.Runtime;
using Recommender.Lake.Aws;
using Recommender.Lake.Errors;

namespace Recommender.Pipeline.Lakes;

/// <summary>How AWS is reached, as the environment says it.</summary>
internal static class AwsAccess
{
    private static int _made;

    /// <summary>
    /// The options of AWS's clients. What the environment does not say comes from where the SDK looks for it: a profile, a sign-on, the
    /// role of the task.
    /// </summary>
    /// <param name="variables">The environment.</param>
    /// <exception cref="CallerException">AWS_ENDPOINT_URL is no address.</exception>
    public static AwsClientOptions Options(Func<string, string?> variables)
    {
        string? Given(string name) => variables(name) is { Length: > 0 } value ? value : null;
        return new AwsClientOptions
        {
            Endpoint = Given("AWS_ENDPOINT_URL") is { } address ? Address(address) : null,
            Retries = int.TryParse(Given("AWS_MAX_ATTEMPTS"), NumberStyles.None, CultureInfo.InvariantCulture, out var attempts) ? attempts - 1 : AwsClientOptions.DefaultRetries,
            Region = Given("AWS_REGION") ?? Given("AWS_DEFAULT_REGION"),
            Credentials = (Given("AWS_ACCESS_KEY_ID"), Given("AWS_SECRET_ACCESS_KEY"), Given("AWS_SESSION_TOKEN")) switch
            {
                ({ } key, { } secret, { } token) => new SessionAWSCredentials(key, secret, token),
                ({ } key, { } secret, null) => new BasicAWSCredentials(key, secret),
                _ => null,
            },
        };
    }

    /// <summary>Spreads the waits between attempts: of many processes that wait for the same thing, each waits otherwise.</summary>
    public static Random Jitter(TimeProvider clock) => new(HashCode.Combine(Environment.MachineName, Environment.ProcessId, clock.GetTimestamp(), Interlocked.Increment(ref _made)));

    private static Uri Address(string text) => Uri.TryCreate(text, UriKind.Absolute, out var address) && address.Scheme is "http" or "https"
        ? address
        : throw new CallerException($"AWS_ENDPOINT_URL is '{text}', which is no address: write one such as http://127.0.0.1:4566, or leave it out for AWS itself");
}
