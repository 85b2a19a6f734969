using Pulumi;
using Recommender.Infra.Settings;
using Aws = Pulumi.Aws;

namespace Recommender.Infra.Storage;

/// <summary>What S3 tidies by itself. It never removes current objects of the lake: snapshots are the program's, and so is their garbage.</summary>
internal static class LifecycleRules
{
    /// <summary>The rules of a bucket.</summary>
    public static IEnumerable<Aws.S3.Inputs.BucketLifecycleConfigurationRuleArgs> Of(LakeBucketArgs args)
    {
        var uploads = Rule("abort-uploads");
        uploads.AbortIncompleteMultipartUpload = new Aws.S3.Inputs.BucketLifecycleConfigurationRuleAbortIncompleteMultipartUploadArgs { DaysAfterInitiation = args.Context.Settings.Lake.AbortUploadsDays };
        yield return uploads;

        var versions = Rule("expire-old-versions");
        versions.NoncurrentVersionExpiration = new Aws.S3.Inputs.BucketLifecycleConfigurationRuleNoncurrentVersionExpirationArgs { NoncurrentDays = args.Context.Settings.Lake.OldVersionsDays };
        if (args.ExpireDays is null)
        {
            // The mark that is left of a deleted object goes with its last version. Where objects expire by age, so do marks.
            versions.Expiration = new Aws.S3.Inputs.BucketLifecycleConfigurationRuleExpirationArgs { ExpiredObjectDeleteMarker = true };
        }

        yield return versions;

        if (args.ExpireDays is { } expire)
        {
            var rule = Rule("expire");
            rule.Expiration = new Aws.S3.Inputs.BucketLifecycleConfigurationRuleExpirationArgs { Days = expire };
            yield return rule;
        }

        if (args.GlacierDays is { } glacier)
        {
            // Instant Retrieval, not Flexible: queries must still be able to read a raw table that has not changed for long.
            var rule = Rule("glacier");
            rule.Transitions.Add(new Aws.S3.Inputs.BucketLifecycleConfigurationRuleTransitionArgs { Days = glacier, StorageClass = "GLACIER_IR" });
            yield return rule;
        }
    }

    private static Aws.S3.Inputs.BucketLifecycleConfigurationRuleArgs Rule(string id) => new()
    {
        Id = id,
        Status = "Enabled",
        Filter = new Aws.S3.Inputs.BucketLifecycleConfigurationRuleFilterArgs { Prefix = "" },
    };
}
