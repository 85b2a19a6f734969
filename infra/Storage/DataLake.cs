using Pulumi;
using Recommender.Infra.Components;
using Recommender.Infra.Policies;
using Recommender.Lake.Tables;
using Aws = Pulumi.Aws;

namespace Recommender.Infra.Storage;

/// <summary>The lake's buckets, one per zone, those for query results and access logs, and the key that encrypts what the stack keeps.</summary>
public sealed class DataLake : PlatformComponent
{
    private const int DeletionWindowDays = 30;

    private readonly DataLakeArgs _args;

    /// <summary>Makes the key and the buckets.</summary>
    public DataLake(string name, DataLakeArgs args, ComponentResourceOptions? options = null)
        : base("DataLake", name, args, options)
    {
        _args = args;
        var key = new Aws.Kms.Key(Child("key"), new()
        {
            Description = $"Encrypts what stack {Context.Stack} of {Settings.StackContext.Project} keeps",
            EnableKeyRotation = true,
            DeletionWindowInDays = DeletionWindowDays,
            Policy = KeyPolicy.Of(Context),
        }, Stateful());
        _ = new Aws.Kms.Alias(Child("alias"), new() { Name = $"alias/{Context.Name("lake")}", TargetKeyId = key.KeyId }, Stateful());
        KeyArn = key.Arn;

        // S3 delivers access logs only to buckets that encrypt with S3's own keys, and a bucket that logged to itself would log its
        // logging without end: the one bucket without the key and without access logs.
        Logs = Bucket("logs", key: null, logs: null, expire: Context.Settings.Lake.AccessLogsDays, statements: Deliveries);
        Raw = Bucket("raw", KeyArn, Logs, glacier: Context.Settings.Lake.RawToGlacierDays == 0 ? null : Context.Settings.Lake.RawToGlacierDays);
        Clean = Bucket("clean", KeyArn, Logs);
        Curated = Bucket("curated", KeyArn, Logs);
        Ml = Bucket("ml", KeyArn, Logs);
        Published = Bucket("published", KeyArn, Logs);
        Results = Bucket("results", KeyArn, Logs, expire: Context.Settings.Lake.ResultsDays);
        RegisterOutputs();
    }

    /// <summary>ARN of the key.</summary>
    public Output<string> KeyArn { get; }

    /// <summary>What arrived.</summary>
    public LakeBucket Raw { get; }

    /// <summary>Validated tables.</summary>
    public LakeBucket Clean { get; }

    /// <summary>Features and marts.</summary>
    public LakeBucket Curated { get; }

    /// <summary>Training sets, models and evaluations.</summary>
    public LakeBucket Ml { get; }

    /// <summary>What Serving loads and analysts query.</summary>
    public LakeBucket Published { get; }

    /// <summary>Athena's results, each workgroup's under a prefix of its own; they expire.</summary>
    public LakeBucket Results { get; }

    /// <summary>Access logs of the others.</summary>
    public LakeBucket Logs { get; }

    /// <summary>The bucket of a zone.</summary>
    public LakeBucket Bucket(Zone zone) => zone switch
    {
        Zone.Raw => Raw,
        Zone.Clean => Clean,
        Zone.Curated => Curated,
        Zone.Ml => Ml,
        Zone.Published => Published,
        _ => throw new ArgumentOutOfRangeException(nameof(zone), zone, "not a zone"),
    };

    private LakeBucket Bucket(
        string thing, Output<string>? key, LakeBucket? logs, int? expire = null, int? glacier = null, Func<Output<string>, IEnumerable<PolicyStatement>>? statements = null) =>
        new(Child(thing), new LakeBucketArgs
        {
            Context = Context,
            Thing = thing,
            KeyArn = key,
            Logs = logs,
            ExpireDays = expire,
            GlacierDays = glacier,
            Statements = statements ?? (_ => []),
        }, new ComponentResourceOptions { Parent = this });

    private IEnumerable<PolicyStatement> Deliveries(Output<string> bucketArn) =>
    [
        new PolicyStatement("DeliverAccessLogs")
        {
            Actions = ["s3:PutObject"],
            Resources = [Output.Format($"{bucketArn}/*")],
            Principals = [PolicyPrincipal.Services("logging.s3.amazonaws.com")],
            Conditions = [new("StringEquals", "aws:SourceAccount", [Context.AccountId]), new("ArnLike", "aws:SourceArn", $"arn:aws:s3:::{Context.Name("*")}")],
        },
        .. _args.LogDeliveries(bucketArn),
    ];
}
