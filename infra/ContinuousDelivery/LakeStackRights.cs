using Recommender.Infra.Policies;

namespace Recommender.Infra.ContinuousDelivery;

/// <summary>Changing buckets and keys, and none of what is in them.</summary>
internal static class LakeStackRights
{
    private static readonly string[] _keyUsers = ["ecr", "firehose", "glue", "kinesis", "rds", "scheduler", "secretsmanager", "sns", "sqs", "states"];

    /// <summary>The statements.</summary>
    public static IReadOnlyList<PolicyStatement> Of(StackScope scope) =>
    [
        new("ChangeBuckets")
        {
            Actions =
            [
                "s3:CreateBucket", "s3:DeleteBucketPolicy", "s3:GetAccelerateConfiguration", "s3:GetBucketAcl", "s3:GetBucketCORS", "s3:GetBucketLocation",
                "s3:GetBucketLogging", "s3:GetBucketNotification", "s3:GetBucketObjectLockConfiguration", "s3:GetBucketOwnershipControls", "s3:GetBucketPolicy",
                "s3:GetBucketPublicAccessBlock", "s3:GetBucketRequestPayment", "s3:GetBucketTagging", "s3:GetBucketVersioning", "s3:GetBucketWebsite",
                "s3:GetEncryptionConfiguration", "s3:GetLifecycleConfiguration", "s3:GetReplicationConfiguration", "s3:ListBucket", "s3:ListTagsForResource",
                "s3:PutBucketLogging", "s3:PutBucketNotification", "s3:PutBucketOwnershipControls", "s3:PutBucketPolicy", "s3:PutBucketPublicAccessBlock",
                "s3:PutBucketTagging", "s3:PutBucketVersioning", "s3:PutEncryptionConfiguration", "s3:PutLifecycleConfiguration", "s3:TagResource", "s3:UntagResource",
                .. scope.Losing("s3:DeleteBucket", "s3:ListBucketVersions"),
            ],
            Resources = [$"arn:aws:s3:::{scope.Names}"],
        },

        // A bucket goes only when it is empty, so a stack that may be thrown away empties its own.
        .. scope.Losing("s3:DeleteObject", "s3:DeleteObjectVersion") is { Count: > 0 } emptying
            ? [new PolicyStatement("EmptyBuckets") { Actions = emptying, Resources = [$"arn:aws:s3:::{scope.Names}/*"] }]
            : Array.Empty<PolicyStatement>(),

        // A key that is not there yet has no ARN, and aliases are listed all together.
        new("MakeKeys") { Actions = ["kms:CreateKey"], Resources = ["*"], Conditions = scope.New },
        new("FindAliases") { Actions = ["kms:ListAliases"], Resources = ["*"] },
        new("TagKeys") { Actions = ["kms:TagResource"], Resources = [scope.Any("kms", "key/*")], Conditions = scope.Tagging },
        new("ChangeKeys")
        {
            Actions =
            [
                "kms:CreateAlias", "kms:DeleteAlias", "kms:DescribeKey", "kms:EnableKey", "kms:EnableKeyRotation", "kms:GetKeyPolicy", "kms:GetKeyRotationStatus",
                "kms:ListResourceTags", "kms:PutKeyPolicy", "kms:TagResource", "kms:UntagResource", "kms:UpdateAlias", "kms:UpdateKeyDescription",
                .. scope.Losing("kms:DisableKey", "kms:DisableKeyRotation", "kms:ScheduleKeyDeletion"),
            ],
            Resources = [scope.Any("kms", "key/*")],
            Conditions = scope.Own,
        },
        new("NameKeys") { Actions = ["kms:CreateAlias", "kms:DeleteAlias", "kms:UpdateAlias"], Resources = [scope.Named("kms", "alias/")] },

        // A service that is told to encrypt with the key asks for a loan of it in the name of whoever tells it.
        new("LendKeys")
        {
            Actions = ["kms:CreateGrant", "kms:Decrypt", "kms:GenerateDataKey", "kms:RetireGrant"],
            Resources = [scope.Any("kms", "key/*")],
            Conditions = [.. scope.Own, ServiceCall.By(scope.Context, _keyUsers)],
        },
    ];
}
