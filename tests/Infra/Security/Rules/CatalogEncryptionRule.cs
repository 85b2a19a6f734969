using Recommender.Infra.Tests.Harness;

namespace Recommender.Infra.Tests.Security.Rules;

/// <summary>Where there are Glue databases, the account's catalog is encrypted, its connection passwords too.</summary>
internal sealed class CatalogEncryptionRule() : ResourceRule("glue/catalogDatabase:CatalogDatabase", "CKV_AWS_94")
{
    /// <inheritdoc/>
    protected override IEnumerable<(string, bool, string)> Requirements(StackGraph graph, GraphResource resource)
    {
        const string Settings = "dataCatalogEncryptionSettings";
        var settings = graph.OfType("glue/dataCatalogEncryptionSettings:DataCatalogEncryptionSettings").SingleOrDefault();
        yield return ("CKV_AWS_94", settings?.Text($"{Settings}.encryptionAtRest.catalogEncryptionMode") is "SSE-KMS" or "SSE-KMS-WITH-SERVICE-ROLE", "is in a catalog that is not encrypted");
        yield return ("CKV_AWS_94", KmsKeys.Has(graph, settings?.Text($"{Settings}.encryptionAtRest.sseAwsKmsKeyId")), "is in a catalog that is not encrypted with a key of this stack");
        yield return ("CKV_AWS_94", settings?.Flag($"{Settings}.connectionPasswordEncryption.returnConnectionPasswordEncrypted") == true, "is in a catalog that gives passwords out");
    }
}
