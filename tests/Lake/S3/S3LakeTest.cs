using Amazon.Runtime;
using Recommender.AwsEmulator;
using Recommender.AwsEmulator.Faults;
using Recommender.Lake.Aws;
using Recommender.Lake.S3;
using Recommender.Lake.Tables;
using Recommender.Tests;

namespace Recommender.Lake.Tests.S3;

/// <summary>A lake on an emulated S3 of its own for each test: parts of the least size, short waits, a bucket for the zones raw and clean.</summary>
public abstract class S3LakeTest : IAsyncLifetime
{
    private protected const string Snapshot = "raw/items/20260105T080000000Z-01234567";
    private protected const string Other = "raw/items/20260105T090000000Z-01234567";

    private AwsEmulatorServer? _server;

    private protected static CancellationToken Token => TestContext.Current.CancellationToken;

    private protected static S3Options Quick { get; } = new() { OneCall = 1 << 20, Part = S3Options.LeastPart, FirstWait = TimeSpan.FromMilliseconds(1), Silence = TimeSpan.FromSeconds(1) };

    private protected TemporaryFolder Folder { get; } = new();

    private protected FakeClock Clock { get; } = new();

    private protected AwsEmulatorServer Server => _server!;

    private protected S3Storage Storage { get; private set; } = null!;

    public async ValueTask InitializeAsync()
    {
        _server = await AwsEmulatorServer.StartAsync(new EmulatorOptions(), Token);
        Storage = Open();
        Server.Objects.CreateBucket("lake-raw");
        Server.Objects.CreateBucket("lake-clean");
    }

    public async ValueTask DisposeAsync()
    {
        await Server.DisposeAsync();
        Folder.Dispose();
        GC.SuppressFinalize(this);
    }

    /// <summary>The lake as another process opens it, with a work folder of its own.</summary>
    private protected S3Storage Open(S3Options? options = null, string work = "work", int retries = 3, TimeSpan? timeout = null) => new(
        new AwsLakeSettings
        {
            Name = "s3://recommender-uat",
            Buckets = new Dictionary<Zone, string> { [Zone.Raw] = "lake-raw", [Zone.Clean] = "lake-clean" },
            Databases = new Dictionary<Zone, string>(),
            WorkFolder = Folder[work],
        },
        Clients(retries, timeout).S3,
        options ?? Quick,
        TimeProvider.System,
        new Random(1));

    private protected AwsClients Clients(int retries = 3, TimeSpan? timeout = null) => new(new AwsClientOptions
    {
        Endpoint = Server.Address,
        Region = "eu-west-1",
        Credentials = new BasicAWSCredentials("test", "test"),
        Retries = retries,
        AnswerTimeout = timeout ?? TimeSpan.FromSeconds(20),
    });

    private protected void Fail(FaultKind kind, string? operation = null, int times = 1, int skip = 0, string? match = null) =>
        Server.Faults.Add(new FaultRule { Service = "s3", Operation = operation, Kind = kind, Times = times, Skip = skip, Match = match });

    /// <summary>Writes a file of random bytes into a prefix's work folder.</summary>
    private protected byte[] Make(string file, int bytes, string prefix = Snapshot, S3Storage? storage = null)
    {
        var content = new byte[bytes];
        new Random(bytes).NextBytes(content);
        var path = Path.Combine((storage ?? Storage).WorkFolder(prefix), file);
        Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        File.WriteAllBytes(path, content);
        return content;
    }

    /// <summary>How often an operation was asked for.</summary>
    private protected int Asked(string operation) => Server.Log.Count(request => request.Operation == operation);
}
