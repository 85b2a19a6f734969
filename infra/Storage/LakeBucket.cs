using Pulumi;
using Recommender.Infra.Components;
using Aws = Pulumi.Aws;

namespace Recommender.Infra.Storage;

/// <summary>A bucket with all that makes it safe: private, encrypted, versioned, logged, tidied, and closed to requests without TLS.</summary>
public sealed class LakeBucket : PlatformComponent
{
    /// <summary>Makes the bucket.</summary>
    public LakeBucket(string name, LakeBucketArgs args, ComponentResourceOptions? options = null)
        : base("LakeBucket", name, args, options)
    {
        var bucket = new Aws.S3.Bucket(Child("bucket"), new()
        {
            // Bucket names are the world's, so the account is in them.
            BucketName = Output.Format($"{Context.Name(args.Thing)}-{Context.AccountId}"),
            ForceDestroy = !Context.Production,
        }, Stateful());
        Name = bucket.BucketName;
        Arn = bucket.Arn;

        var block = new Aws.S3.BucketPublicAccessBlock(Child("public-access-block"), new()
        {
            Bucket = Name,
            BlockPublicAcls = true,
            BlockPublicPolicy = true,
            IgnorePublicAcls = true,
            RestrictPublicBuckets = true,
        }, Owned());
        _ = new Aws.S3.BucketOwnershipControls(Child("ownership"), new()
        {
            Bucket = Name,
            Rule = new Aws.S3.Inputs.BucketOwnershipControlsRuleArgs { ObjectOwnership = "BucketOwnerEnforced" },
        }, Owned());
        _ = new Aws.S3.BucketServerSideEncryptionConfiguration(Child("encryption"), new() { Bucket = Name, Rules = { Encryption(args.KeyArn) } }, Owned());
        var versioning = new Aws.S3.BucketVersioning(Child("versioning"), new()
        {
            Bucket = Name,
            VersioningConfiguration = new Aws.S3.Inputs.BucketVersioningVersioningConfigurationArgs { Status = "Enabled" },
        }, Owned());
        // Rules about old versions need versions.
        _ = new Aws.S3.BucketLifecycleConfiguration(Child("lifecycle"), new() { Bucket = Name, Rules = [.. LifecycleRules.Of(args)] }, Owned(versioning));
        // S3 refuses to change a bucket's policy and its public access block at once.
        _ = new Aws.S3.BucketPolicy(Child("policy"), new() { Bucket = Name, Policy = BucketPolicies.Of(Arn, args) }, Owned(block));
        if (args.Logs is { } logs)
        {
            _ = new Aws.S3.BucketLogging(Child("logging"), new()
            {
                Bucket = Name,
                TargetBucket = logs.Name,
                TargetPrefix = $"{args.Thing}/",
                TargetObjectKeyFormat = new Aws.S3.Inputs.BucketLoggingTargetObjectKeyFormatArgs
                {
                    PartitionedPrefix = new Aws.S3.Inputs.BucketLoggingTargetObjectKeyFormatPartitionedPrefixArgs { PartitionDateSource = "EventTime" },
                },
            }, Owned(logs));
        }

        RegisterOutputs();
    }

    /// <summary>The bucket's name.</summary>
    public Output<string> Name { get; }

    /// <summary>Its ARN; objects are <c>ARN/key</c>.</summary>
    public Output<string> Arn { get; }

    private static Aws.S3.Inputs.BucketServerSideEncryptionConfigurationRuleArgs Encryption(Output<string>? key) =>
        key is null
            ? new() { ApplyServerSideEncryptionByDefault = new Aws.S3.Inputs.BucketServerSideEncryptionConfigurationRuleApplyServerSideEncryptionByDefaultArgs { SseAlgorithm = "AES256" } }
            : new()
            {
                ApplyServerSideEncryptionByDefault = new Aws.S3.Inputs.BucketServerSideEncryptionConfigurationRuleApplyServerSideEncryptionByDefaultArgs { SseAlgorithm = "aws:kms", KmsMasterKeyId = key },
                // One key per bucket for a while, not one per object: S3 then asks KMS a hundred times less.
                BucketKeyEnabled = true,
            };
}
