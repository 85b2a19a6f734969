using Pulumi;
using Recommender.Infra.Policies;

namespace Recommender.Infra.Storage;

/// <summary>The resource policies of buckets. They deny, but for the logs that AWS delivers: what a role may do is said by its own policies.</summary>
internal static class BucketPolicies
{
    private const string Algorithm = "s3:x-amz-server-side-encryption";
    private const string Key = "s3:x-amz-server-side-encryption-aws-kms-key-id";

    /// <summary>The policy of a bucket.</summary>
    public static Output<string> Of(Output<string> bucketArn, LakeBucketArgs args)
    {
        var objects = Output.Format($"{bucketArn}/*");
        return PolicyDocument.Json(
        [
            new PolicyStatement("DenyWithoutTls")
            {
                Deny = true,
                Actions = ["s3:*"],
                Resources = [bucketArn, objects],
                Principals = [PolicyPrincipal.Everyone],
                Conditions = [new("Bool", "aws:SecureTransport", "false")],
            },
            .. args.KeyArn is null ? [] : OtherKeys(objects, args.KeyArn),
            .. args.Statements(bucketArn),
        ]);
    }

    // An upload that names neither algorithm nor key gets the bucket's. "Not equals" holds for a header that is not there, too:
    // so each denial asks first whether it is.
    private static PolicyStatement[] OtherKeys(Output<string> objects, Output<string> key) =>
    [
        new("DenyOtherEncryption")
        {
            Deny = true,
            Actions = ["s3:PutObject"],
            Resources = [objects],
            Principals = [PolicyPrincipal.Everyone],
            Conditions = [new("Null", Algorithm, "false"), new("StringNotEquals", Algorithm, "aws:kms")],
        },
        new("DenyOtherKeys")
        {
            Deny = true,
            Actions = ["s3:PutObject"],
            Resources = [objects],
            Principals = [PolicyPrincipal.Everyone],
            Conditions = [new("Null", Key, "false"), new("StringNotEquals", Key, [key])],
        },
    ];
}
