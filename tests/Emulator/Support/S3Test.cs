using System.Net;
using System.Text;
using Amazon.Runtime;
using Amazon.S3;
using Amazon.S3.Model;
using Recommender.AwsEmulator;
using Recommender.Emulator.Tests.S3.Model;

namespace Recommender.Emulator.Tests.Support;

/// <summary>An emulator of a test's own with one bucket, and the SDK's client of it, which does not retry unless asked.</summary>
public abstract class S3Test : IAsyncLifetime
{
    /// <summary>The bucket.</summary>
    protected const string Bucket = "lake";

    private readonly List<AmazonS3Client> _clients = [];

    /// <summary>The emulator.</summary>
    protected AwsEmulatorServer Server { get; private set; } = null!;

    /// <summary>The client.</summary>
    protected IAmazonS3 S3 { get; private set; } = null!;

    /// <summary>The running test's token.</summary>
    protected static CancellationToken Cancellation => TestContext.Current.CancellationToken;

    /// <inheritdoc/>
    public async ValueTask InitializeAsync()
    {
        Server = await AwsEmulatorServer.StartAsync(new(), Cancellation);
        Server.Objects.CreateBucket(Bucket);
        S3 = Client(_ => { });
    }

    /// <inheritdoc/>
    public async ValueTask DisposeAsync()
    {
        _clients.ForEach(client => client.Dispose());
        await Server.DisposeAsync();
        GC.SuppressFinalize(this);
        if (S3Model.Packaged is { } model)
        {
            Assert.Empty(Server.Log.Of("s3").SelectMany(new S3ModelCheck(model).Check));
        }
    }

    /// <summary>A client with settings of its own.</summary>
    protected IAmazonS3 Client(Action<AmazonS3Config> change, AWSCredentials? credentials = null)
    {
        ArgumentNullException.ThrowIfNull(change);
        // A connection that breaks is taken for a stale one of the pool, and its request sent again, beyond MaxErrorRetry.
        var settings = new AmazonS3Config { ServiceURL = Server.Address.ToString(), ForcePathStyle = true, AuthenticationRegion = "eu-west-1", MaxErrorRetry = 0, MaxStaleConnectionRetries = 0 };
        change(settings);
        var client = new AmazonS3Client(credentials ?? new BasicAWSCredentials("test", "test"), settings);
        _clients.Add(client);
        return client;
    }

    /// <summary>Writes a text.</summary>
    protected Task<PutObjectResponse> PutAsync(string key, string text) => S3.PutObjectAsync(new() { BucketName = Bucket, Key = key, ContentBody = text }, Cancellation);

    /// <summary>Reads a text.</summary>
    protected async Task<string> GetAsync(string key)
    {
        using var answer = await S3.GetObjectAsync(Bucket, key, Cancellation);
        using var reader = new StreamReader(answer.ResponseStream, Encoding.UTF8);
        return await reader.ReadToEndAsync(Cancellation);
    }

    /// <summary>Demands that a call fails as S3 makes it fail.</summary>
    protected static async Task<AmazonS3Exception> FailsAsync(HttpStatusCode status, string code, Func<Task> call)
    {
        var error = await Assert.ThrowsAnyAsync<AmazonS3Exception>(call);
        Assert.Equal((status, code), (error.StatusCode, error.ErrorCode));
        return error;
    }

    /// <summary>Bytes that do not repeat, the same for the same seed.</summary>
    protected static byte[] Bytes(int count, int seed = 1)
    {
        var bytes = new byte[count];
        var state = (uint)seed * 2654435761u;
        for (var at = 0; at < count; at++)
        {
            state = (state * 1664525u) + 1013904223u;
            bytes[at] = (byte)(state >> 24);
        }

        return bytes;
    }
}
