using Pulumi;
using Recommender.Infra.Components;
using Recommender.Infra.Policies;
using Recommender.Infra.Storage;
using Aws = Pulumi.Aws;

namespace Recommender.Infra.Cataloguing;

/// <summary>
/// Encrypts the Glue catalog with the stack's key. The setting is the account's, one for each region: where two stacks share an
/// account, one of them makes it. Glue uses the key under a role of its own, so readers of the catalog, those of the other
/// stack too, need no right to the key for it.
/// </summary>
public sealed class CatalogEncryption : PlatformComponent
{
    /// <summary>Makes the role and the setting.</summary>
    public CatalogEncryption(string name, CatalogEncryptionArgs args, ComponentResourceOptions? options = null)
        : base("CatalogEncryption", name, args, options)
    {
        // The key's policy knows the role by its name.
        var role = new Aws.Iam.Role(Child("role"), new()
        {
            Name = KeyPolicy.CatalogRole(Context),
            Description = "Encrypts and decrypts the Glue catalog",
            AssumeRolePolicy = Trust.Service(Context, "glue.amazonaws.com"),
        }, Owned());
        var policy = new Aws.Iam.RolePolicy(Child("policy"), new()
        {
            Name = "use-key",
            Role = role.Name,
            Policy = PolicyDocument.Json(new PolicyStatement("UseKey") { Actions = ["kms:Decrypt", "kms:Encrypt", "kms:GenerateDataKey"], Resources = [args.KeyArn] }),
        }, Owned());
        _ = new Aws.Glue.DataCatalogEncryptionSettings(Child("settings"), new()
        {
            DataCatalogEncryptionSettingsConfig = new Aws.Glue.Inputs.DataCatalogEncryptionSettingsDataCatalogEncryptionSettingsArgs
            {
                EncryptionAtRest = new Aws.Glue.Inputs.DataCatalogEncryptionSettingsDataCatalogEncryptionSettingsEncryptionAtRestArgs
                {
                    CatalogEncryptionMode = "SSE-KMS-WITH-SERVICE-ROLE",
                    CatalogEncryptionServiceRole = role.Arn,
                    SseAwsKmsKeyId = args.KeyArn,
                },
                ConnectionPasswordEncryption = new Aws.Glue.Inputs.DataCatalogEncryptionSettingsDataCatalogEncryptionSettingsConnectionPasswordEncryptionArgs
                {
                    ReturnConnectionPasswordEncrypted = true,
                    AwsKmsKeyId = args.KeyArn,
                },
            },
        }, Stateful(policy));
        RegisterOutputs();
    }
}
