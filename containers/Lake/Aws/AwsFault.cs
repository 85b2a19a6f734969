using System.Net;
using System.Net.Sockets;
using Amazon.Runtime;
using Recommender.Lake.Errors;

namespace Recommender.Lake.Aws;

/// <summary>Makes what AWS answers, or the way there, an exception that a person can act upon.</summary>
public static class AwsFault
{
    private static readonly HashSet<string> Throttles = new(StringComparer.Ordinal)
    {
        "TooManyRequestsException", "ThrottlingException", "Throttling", "ThrottledException", "RequestThrottled", "RequestThrottledException", "SlowDown",
    };

    /// <summary>Makes a call and waits for it.</summary>
    /// <param name="operation">What is called and on what, such as <c>Glue GetTable of recommender_uat_clean.orders</c>.</param>
    /// <param name="call">The call.</param>
    /// <param name="cancellationToken">Stops it.</param>
    /// <exception cref="EnvironmentException">It failed, after the SDK's retries. An exception that <paramref name="call"/> itself handles never gets here.</exception>
    /// <exception cref="OperationCanceledException">The token was cancelled.</exception>
    public static T Call<T>(string operation, Func<CancellationToken, Task<T>> call, CancellationToken cancellationToken)
    {
        try
        {
            return call(cancellationToken).GetAwaiter().GetResult();
        }
        catch (Exception error) when (IsFault(error, cancellationToken))
        {
            throw Of(operation, error);
        }
    }

    /// <summary>Whether an exception is AWS's or the network's, not the program's or a wanted stop. A time-out looks like a cancelled call whose token was not cancelled.</summary>
    public static bool IsFault(Exception error, CancellationToken cancellationToken) =>
        error is AmazonServiceException or AmazonClientException or HttpRequestException or IOException or SocketException or TimeoutException or WebException
        || (error is OperationCanceledException && !cancellationToken.IsCancellationRequested);

    /// <summary>Whether the service asks for fewer calls.</summary>
    public static bool IsThrottle(Exception? error) =>
        error is AmazonServiceException service && (service.StatusCode == HttpStatusCode.TooManyRequests || Throttles.Contains(service.ErrorCode ?? ""));

    /// <summary>Whether a call that failed may have been done all the same, perhaps only later: no answer told that it was not.</summary>
    public static bool MayBeDone(EnvironmentException error) => error.InnerException switch
    {
        AmazonServiceException service => service.StatusCode is 0 or >= HttpStatusCode.InternalServerError,
        HttpRequestException or HttpIOException or SocketException or TimeoutException or WebException or OperationCanceledException => true,
        _ => false,
    };

    /// <summary>The exception for a failed call.</summary>
    public static EnvironmentException Of(string operation, Exception error) => new(
        error switch
        {
            AmazonServiceException { ErrorCode.Length: > 0 } service =>
                $"{operation} failed: {service.ErrorCode}: {service.Message}{(string.IsNullOrEmpty(service.RequestId) ? "" : $" (request {service.RequestId})")}",
            OperationCanceledException => $"{operation} failed: no answer in time",
            _ => $"{operation} failed: {error.Message}",
        },
        error);
}
