using Recommender.Infra.Tests.Harness;

namespace Recommender.Infra.Tests.Security.Rules;

/// <summary>Databases are encrypted, private and monitored, and take IAM authentication.</summary>
internal sealed class DatabaseRule() : ResourceRule("rds/instance:Instance", "CKV_AWS_16", "CKV_AWS_17", "CKV_AWS_118", "CKV_AWS_161")
{
    /// <inheritdoc/>
    protected override IEnumerable<(string, bool, string)> Requirements(StackGraph graph, GraphResource resource)
    {
        yield return ("CKV_AWS_16", resource.Flag("storageEncrypted") == true && KmsKeys.Has(graph, resource.Text("kmsKeyId")), "is not encrypted with a key of this stack");
        yield return ("CKV_AWS_17", resource.Flag("publiclyAccessible") == false, "does not say that it is private");
        yield return ("CKV_AWS_118", resource.Number("monitoringInterval") > 0 && resource.Text("monitoringRoleArn") is not null, "has no enhanced monitoring");
        yield return ("CKV_AWS_161", resource.Flag("iamDatabaseAuthenticationEnabled") == true, "does not take IAM authentication");
    }
}
