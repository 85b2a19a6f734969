using Pulumi;
using Recommender.Infra.Policies;
using Recommender.Infra.Settings;

namespace Recommender.Infra.Storage;

/// <summary>Who may do what with the stack's key. In a key's policy the resource <c>*</c> is the key itself.</summary>
internal static class KeyPolicy
{
    private static readonly string[] _crypto = ["kms:Decrypt", "kms:Encrypt", "kms:GenerateDataKey", "kms:GenerateDataKeyWithoutPlaintext", "kms:ReEncryptFrom", "kms:ReEncryptTo"];

    // The services in which this stack keeps something encrypted with the key.
    private static readonly string[] _services = ["athena", "ecr", "firehose", "glue", "kinesis", "logs", "rds", "s3", "scheduler", "secretsmanager", "sns", "sqs", "states"];

    /// <summary>The name of the role under which Glue encrypts the catalog.</summary>
    public static string CatalogRole(StackContext context) => context.Name("catalog-encryption");

    /// <summary>The policy.</summary>
    public static Output<string> Of(StackContext context) => PolicyDocument.Json(
        Statement("Administer",
            [
                "kms:CancelKeyDeletion", "kms:CreateAlias", "kms:DeleteAlias", "kms:DescribeKey", "kms:DisableKey", "kms:DisableKeyRotation", "kms:EnableKey",
                "kms:EnableKeyRotation", "kms:GetKeyPolicy", "kms:GetKeyRotationStatus", "kms:ListGrants", "kms:ListKeyPolicies", "kms:ListKeyRotations",
                "kms:ListResourceTags", "kms:PutKeyPolicy", "kms:RevokeGrant", "kms:RotateKeyOnDemand", "kms:ScheduleKeyDeletion", "kms:TagResource",
                "kms:UntagResource", "kms:UpdateAlias", "kms:UpdateKeyDescription",
            ],
            PolicyPrincipal.Account(context.AccountId)),
        // Nobody decrypts with the key alone: only a service does, for somebody whom IAM lets use both.
        Statement("UseThroughServices", _crypto, PolicyPrincipal.Account(context.AccountId), Through(context)),
        // ECR gives its loan back in the name of whoever removes a repository.
        Statement("TakeBackFromServices", ["kms:RetireGrant"], PolicyPrincipal.Account(context.AccountId), Through(context)),
        Statement("LendToServices", ["kms:CreateGrant"], PolicyPrincipal.Account(context.AccountId), Through(context), new("Bool", "kms:GrantIsForAWSResource", "true")),
        // Glue asks with this role's own credentials, as no service for anybody.
        Statement("EncryptCatalog", ["kms:Decrypt", "kms:Encrypt", "kms:GenerateDataKey"], PolicyPrincipal.Account(context.AccountId),
            new PolicyCondition("ArnEquals", "aws:PrincipalArn", [Output.Format($"arn:aws:iam::{context.AccountId}:role/{CatalogRole(context)}")])),
        // Step Functions too asks with the credentials of the machine's role; the machine is in what it asks.
        Statement("RunMachines", ["kms:Decrypt", "kms:GenerateDataKey"], PolicyPrincipal.Account(context.AccountId),
            new PolicyCondition("ArnLike", "kms:EncryptionContext:aws:states:stateMachineArn", [context.Arn("states", $"stateMachine:{context.Name("*")}")])),
        // The log of an encrypted machine is encrypted by the machine's role and decrypted by the service that delivers it
        // (Step Functions developer guide, "Data at rest encryption", logs).
        Statement("EncryptMachineLogs", ["kms:GenerateDataKey"], PolicyPrincipal.Account(context.AccountId), Delivering(context)),
        Statement("DeliverMachineLogs", ["kms:Decrypt"], PolicyPrincipal.Services("delivery.logs.amazonaws.com"), Delivering(context)),
        Statement("EncryptLogs", [.. _crypto, "kms:DescribeKey"], new PolicyPrincipal("Service", [Output.Format($"logs.{context.Region}.amazonaws.com")]),
            new PolicyCondition("ArnLike", "kms:EncryptionContext:aws:logs:arn", [context.Arn("logs", $"log-group:{context.LogGroup("*")}"), context.Arn("logs", $"log-group:/aws/*/{context.Name("*")}")])),
        // These services publish for nobody's role. The topic or queue is in what they ask KMS, and only the stack's own will do.
        Statement("PublishAlerts", ["kms:Decrypt", "kms:GenerateDataKey"], PolicyPrincipal.Services("budgets.amazonaws.com", "cloudwatch.amazonaws.com", "events.amazonaws.com"),
            new PolicyCondition("ArnLike", "kms:EncryptionContext:aws:sns:topicArn", [context.Arn("sns", context.Name("*"))])),
        Statement("QueueEvents", ["kms:Decrypt", "kms:GenerateDataKey"], PolicyPrincipal.Services("events.amazonaws.com"),
            new PolicyCondition("ArnLike", "kms:EncryptionContext:aws:sqs:arn", [context.Arn("sqs", context.Name("*"))])));

    private static PolicyStatement Statement(string sid, IReadOnlyList<string> actions, PolicyPrincipal principal, params PolicyCondition[] conditions) =>
        new(sid) { Actions = actions, Resources = ["*"], Principals = [principal], Conditions = conditions };

    private static PolicyCondition Delivering(StackContext context) => new("StringEquals", "kms:EncryptionContext:SourceArn", [context.Arn("logs", "*")]);

    private static PolicyCondition Through(StackContext context) => ServiceCall.By(context, _services);
}
