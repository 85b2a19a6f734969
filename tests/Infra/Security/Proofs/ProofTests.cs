using Recommender.Infra.Tests.Harness;

namespace Recommender.Infra.Tests.Security.Proofs;

public sealed class ProofTests
{
    // What only the exempted log bucket of the good stack breaks, as the real one's satellites are not written out there.
    private const string LogBucket = "log-bucket";

    public static TheoryData<string, string, string> Names => [.. Proofs.All.Select(proof => (proof.Id, proof.Resource, proof.What))];

    [Theory]
    [MemberData(nameof(Names))]
    public void A_resource_that_breaks_a_rule_is_found_by_id_and_name(string id, string resource, string what)
    {
        var broken = Proofs.All.Single(proof => (proof.Id, proof.Resource, proof.What) == (id, resource, what)).Break(GoodStack.Graph);
        Assert.Contains(Findings(broken), finding => finding.Id == id && finding.Resource.Name == resource);
    }

    [Fact]
    public void A_stack_that_keeps_the_rules_has_no_finding() => Faults.None(Findings(GoodStack.Graph).Select(finding => finding.ToString()));

    [Fact]
    public void Every_rule_is_proven() =>
        Faults.None(SecurityRules.All.SelectMany(rule => rule.Ids).Except(Proofs.All.Select(proof => proof.Id)));

    [Fact]
    public void Protection_is_asked_of_prod_alone()
    {
        var uat = HandMadeGraph.Empty("uat").With("s3/bucket:Bucket", "bucket", """{ "bucket": "recommender-uat-raw", "forceDestroy": true }""");
        Assert.DoesNotContain(Findings(uat), finding => finding.Id == "OWN-PROD");
    }

    private static IEnumerable<Finding> Findings(StackGraph graph) =>
        SecurityRules.All.SelectMany(rule => rule.Check(graph)).Where(finding => finding.Resource.Name != LogBucket);
}
