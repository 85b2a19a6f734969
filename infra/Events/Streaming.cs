using Pulumi;
using Recommender.Infra.Components;
using Recommender.Infra.Policies;
using Aws = Pulumi.Aws;

namespace Recommender.Infra.Events;

/// <summary>The shop's events as they happen: a stream that takes them as JSON, and Firehose, which writes them into the raw zone as Parquet.</summary>
public sealed class Streaming : PlatformComponent
{
    /// <summary>The prefix in the raw bucket of what could not be written as rows.</summary>
    public const string ErrorPrefix = "errors/";

    /// <summary>Makes it.</summary>
    public Streaming(string name, StreamingArgs args, ComponentResourceOptions? options = null)
        : base("Streaming", name, args, options)
    {
        var settings = Context.Settings.Streaming;
        var onDemand = settings.Shards == 0;
        var stream = new Aws.Kinesis.Stream(Child("stream"), new()
        {
            Name = Context.Name(args.Table.Name.Table),
            RetentionPeriod = settings.RetentionHours,
            StreamModeDetails = new Aws.Kinesis.Inputs.StreamStreamModeDetailsArgs { StreamMode = onDemand ? "ON_DEMAND" : "PROVISIONED" },
            ShardCount = onDemand ? null! : settings.Shards,
            EncryptionType = "KMS",
            KmsKeyId = args.KeyArn,
        }, Stateful());
        var deliveryName = Context.Name($"{args.Table.Name.Table}-delivery");
        var log = LogGroup("log", $"/aws/kinesisfirehose/{deliveryName}", args.KeyArn);
        var logStream = new Aws.CloudWatch.LogStream(Child("log-stream"), new() { Name = "delivery", LogGroupName = log.Name }, Owned());
        var role = new Aws.Iam.Role(Child("role"), new()
        {
            Name = Context.Name($"{args.Table.Name.Table}-delivery"),
            Description = "Lets Firehose write this stack's events into its raw zone",
            AssumeRolePolicy = Trust.Service(Context, "firehose.amazonaws.com"),
        }, Owned());
        var policy = new Aws.Iam.RolePolicy(Child("policy"), new() { Name = "delivery", Role = role.Id, Policy = DeliveryPolicy.Of(args, stream, log.Arn) }, Owned());
        var delivery = new Aws.Kinesis.FirehoseDeliveryStream(Child("delivery"), new()
        {
            Name = deliveryName,
            Destination = "extended_s3",

            // No encryption of its own: what Firehose holds of a stream's records is encrypted with the stream's key.
            KinesisSourceConfiguration = new Aws.Kinesis.Inputs.FirehoseDeliveryStreamKinesisSourceConfigurationArgs { KinesisStreamArn = stream.Arn, RoleArn = role.Arn },
            ExtendedS3Configuration = Target(args, role, log, logStream),
        }, Owned(policy));
        StreamName = stream.Name;
        StreamArn = stream.Arn;
        FirehoseName = delivery.Name;
        RegisterOutputs(new Dictionary<string, object?> { ["streamName"] = StreamName, ["streamArn"] = StreamArn, ["firehoseName"] = FirehoseName });
    }

    /// <summary>The stream that producers write to.</summary>
    public Output<string> StreamName { get; }

    /// <summary>Its ARN.</summary>
    public Output<string> StreamArn { get; }

    /// <summary>The delivery into the raw zone.</summary>
    public Output<string> FirehoseName { get; }

    private Aws.Kinesis.Inputs.FirehoseDeliveryStreamExtendedS3ConfigurationArgs Target(StreamingArgs args, Aws.Iam.Role role, Aws.CloudWatch.LogGroup log, Aws.CloudWatch.LogStream logStream)
    {
        var settings = Context.Settings.Streaming;

        // The day on which an event arrived, which Firehose knows for each; the moment at which it happened is a column.
        var day = $"{args.Table.DayPartition ?? throw new ArgumentException($"{args.Table.Name} is not partitioned by day", nameof(args))}=!{{timestamp:yyyy-MM-dd}}/";
        return new()
        {
            RoleArn = role.Arn,
            BucketArn = args.BucketArn,
            KmsKeyArn = args.KeyArn,
            Prefix = $"{args.Prefix}{day}",
            ErrorOutputPrefix = $"{ErrorPrefix}{args.Table.Name.Table}/!{{firehose:error-output-type}}/{day}",
            CustomTimeZone = "UTC",
            FileExtension = ".parquet",
            BufferingInterval = settings.BufferSeconds,
            BufferingSize = settings.BufferMiB,

            // Parquet compresses inside the file; where formats are converted, Firehose takes no other value.
            CompressionFormat = "UNCOMPRESSED",
            CloudwatchLoggingOptions = new Aws.Kinesis.Inputs.FirehoseDeliveryStreamExtendedS3ConfigurationCloudwatchLoggingOptionsArgs
            {
                Enabled = true,
                LogGroupName = log.Name,
                LogStreamName = logStream.Name,
            },
            DataFormatConversionConfiguration = ParquetConversion.Of(args, role.Arn, Context.Region),
        };
    }
}
