using Recommender.Infra.Tests.Harness;

namespace Recommender.Infra.Tests.Security.Rules;

/// <summary>Tags in repositories never move, and images are scanned when they come.</summary>
internal sealed class RepositoryRule() : ResourceRule("ecr/repository:Repository", "CKV_AWS_51", "CKV_AWS_163")
{
    /// <inheritdoc/>
    protected override IEnumerable<(string, bool, string)> Requirements(StackGraph graph, GraphResource resource)
    {
        yield return ("CKV_AWS_51", resource.Text("imageTagMutability") == "IMMUTABLE", "has tags that can be moved");
        yield return ("CKV_AWS_163", resource.Flag("imageScanningConfiguration.scanOnPush") == true, "does not scan on push");
    }
}
