using System.Globalization;
using Amazon.Runtime;
using Recommender.Lake.Aws;
using Recommender.Lake.Errors;
using Recommender.Pipeline.Console;

namespace Recommender.Pipeline.Lakes;

/// <summary>How AWS is reached, as the environment says it.</summary>
internal static class AwsAccess
{
    /// <summary>The services that have clients, as their variables are called.</summary>
    private static readonly string[] _services = ["S3", "ATHENA", "GLUE", "SFN", "ECS", "CLOUDWATCH_LOGS"];

    private static int _made;

    /// <summary>
    /// The options of AWS's clients. What the environment does not say comes from where the SDK looks for it: a profile, a sign-on, the
    /// role of the task.
    /// </summary>
    /// <param name="variables">The environment.</param>
    /// <exception cref="CallerException">A variable has a value that it cannot have.</exception>
    public static AwsClientOptions Options(Func<string, string?> variables)
    {
        string? Given(string name) => variables(name) is { Length: > 0 } value ? value : null;
        Uri? Endpoint(string name) => Given(name) is { } address ? Address(name, address) : null;
        return new AwsClientOptions
        {
            Endpoint = Endpoint("AWS_ENDPOINT_URL"),
            OwnEndpoints = _services.Select(service => (service, Address: Endpoint($"AWS_ENDPOINT_URL_{service}"))).Where(own => own.Address is not null).ToDictionary(own => own.service, own => own.Address!),
            Retries = Given("AWS_MAX_ATTEMPTS") is { } attempts ? Attempts(attempts) - 1 : AwsClientOptions.DefaultRetries,
            AnswerTimeout = Given("RECOMMENDER_AWS_TIMEOUT") is { } patience ? Patience(patience) : AwsClientOptions.DefaultAnswerTimeout,
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

    private static Uri Address(string name, string text) => Uri.TryCreate(text, UriKind.Absolute, out var address) && address.Scheme is "http" or "https"
        ? address
        : throw new CallerException($"{name} is '{text}', which is no address: write one such as http://127.0.0.1:4566, or leave it out for AWS itself");

    private static int Attempts(string text) => int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var attempts) && attempts is >= 1 and <= 21
        ? attempts
        : throw new CallerException($"AWS_MAX_ATTEMPTS is '{text}': write a whole number from 1 to 21");

    private static TimeSpan Patience(string text) => Durations.TryParse(text, out var patience) && patience > TimeSpan.Zero
        ? patience
        : throw new CallerException($"RECOMMENDER_AWS_TIMEOUT is '{text}': write how long one call may take, such as 10s or 2min");
}
