using Recommender.Infra.Tests.Harness;
using Recommender.Infra.Tests.Security.Proofs;

namespace Recommender.Infra.Tests.Security;

public sealed class SecurityTests
{
    public static TheoryData<string, string> RulesAndGraphs =>
        [.. SecurityRules.All.SelectMany(rule => StackVariant.All.Select(variant => (rule.GetType().Name, variant.Name)))];

    [Theory]
    [MemberData(nameof(RulesAndGraphs))]
    public async Task Every_resource_keeps_the_rules(string rule, string graph)
    {
        var findings = SecurityRules.All.Single(known => known.GetType().Name == rule).Check(await Graphs.OfAsync(graph));
        Faults.None(findings.Where(finding => !Exemptions.All.Any(exemption => exemption.Covers(finding))).Select(finding => finding.ToString()));
    }

    [Fact]
    public async Task Every_exemption_is_still_needed()
    {
        var findings = new List<Finding>();
        foreach (var variant in StackVariant.All)
        {
            var graph = await Graphs.OfAsync(variant.Name);
            findings.AddRange(SecurityRules.All.SelectMany(rule => rule.Check(graph)));
        }

        Assert.All(Exemptions.All, exemption => Assert.Contains(findings, exemption.Covers));
        Assert.All(Exemptions.All, exemption => Assert.True(exemption.Reason.Length > 20, $"{exemption.Id} of {exemption.Name} says not why"));
    }

    [Fact]
    public void Every_id_of_the_checklist_has_a_rule() =>
        Faults.None(SecurityRules.Checklist.Except(SecurityRules.All.SelectMany(rule => rule.Ids)));

    [Fact]
    public async Task Every_rule_meets_a_resource_that_it_is_about()
    {
        // A rule over a type that no stack has would pass for ever: the stacks with everything have one of each.
        var types = (await Graphs.OfAsync("prod-everything")).Resources.Select(resource => resource.Type).ToHashSet();
        Faults.None(GoodStack.Graph.Resources.Select(resource => resource.Type).Distinct().Except(types));
    }
}
