using Recommender.Infra.Tests.Compute;
using Recommender.Infra.Tests.Harness;
using Recommender.Infra.Tests.Policies;

namespace Recommender.Infra.Tests.Tasks;

/// <summary>Holds what tasks need against what the stack lets their roles do.</summary>
internal static class TaskRoles
{
    /// <summary>The role that tasks of a kind work as.</summary>
    public static IamRole Of(StackGraph graph, string thing) => IamRole.ByArn(graph, graph.Definition(thing).Text("taskRoleArn")!);

    /// <summary>What AWS would refuse: for want of a right of the role, or by a bucket's policy.</summary>
    /// <param name="graph">The stack.</param>
    /// <param name="thing">The kind.</param>
    /// <param name="needs">What tasks of the kind need.</param>
    public static IReadOnlyList<string> Refusals(StackGraph graph, string thing, IEnumerable<NeededRight> needs)
    {
        var role = Of(graph, thing);
        var buckets = graph.OfType("s3/bucketPolicy:BucketPolicy").Select(policy => IamDocument.Parse(policy.Text("policy")!)).ToList();
        bool Denied(IamRequest asked) => asked.Action.StartsWith("s3:", StringComparison.Ordinal)
            && IamDocument.Decide(buckets, asked.With([("aws:SecureTransport", "true")]) with { Principal = IamPrincipal.Aws(role.Resource.Arn) }) == IamDecision.Denied;
        return
        [
            .. from need in needs
               let refusal = !role.May(need.Asked) ? "is not allowed" : Denied(need.Asked) ? "is denied by the bucket's policy" : null
               where refusal is not null
               select $"{need}, which {refusal} in {graph.Stack}",
        ];
    }
}
