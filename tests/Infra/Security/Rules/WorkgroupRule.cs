using Recommender.Infra.Tests.Harness;

namespace Recommender.Infra.Tests.Security.Rules;

/// <summary>Athena workgroups encrypt their results, let no query override that, and stop queries that scan too much.</summary>
internal sealed class WorkgroupRule() : ResourceRule("athena/workgroup:Workgroup", "CKV_AWS_159", "CKV_AWS_82", "OWN-ATH-1")
{
    /// <inheritdoc/>
    protected override IEnumerable<(string, bool, string)> Requirements(StackGraph graph, GraphResource resource)
    {
        const string Encryption = "configuration.resultConfiguration.encryptionConfiguration";
        yield return ("CKV_AWS_159", resource.Text($"{Encryption}.encryptionOption") == "SSE_KMS" && KmsKeys.Has(graph, resource.Text($"{Encryption}.kmsKeyArn")), "does not encrypt results with a key of this stack");
        yield return ("CKV_AWS_82", resource.Flag("configuration.enforceWorkgroupConfiguration") == true, "does not enforce its settings");
        yield return ("OWN-ATH-1", resource.Number("configuration.bytesScannedCutoffPerQuery") > 0, "has no byte cutoff per query");
    }
}
