using Recommender.Infra.Tests.Harness;

namespace Recommender.Infra.Tests.Policies;

public sealed class PolicyTests
{
    [Theory]
    [MemberData(nameof(Graphs.Names), MemberType = typeof(Graphs))]
    public async Task Every_policy_document_is_one(string name)
    {
        var policies = PolicyFinder.All(await Graphs.OfAsync(name)).ToList();
        Assert.NotEmpty(policies);
        Assert.All(policies, policy => Assert.NotEmpty(policy.Document.Statements));
    }

    [Theory]
    [MemberData(nameof(Graphs.Names), MemberType = typeof(Graphs))]
    public async Task Every_action_is_one_that_AWS_knows(string name)
    {
        // An allowance names each action, in the spelling of the reference; a denial may say s3:*.
        var actions = from policy in PolicyFinder.All(await Graphs.OfAsync(name))
                      from statement in policy.Document.Statements
                      from action in statement.Actions
                      where !KnownActions.All.Contains(action) && (statement.Allows || !action.Contains('*', StringComparison.Ordinal))
                      select $"{policy}: {action}";
        Faults.None(actions);
    }

    [Theory]
    [MemberData(nameof(Graphs.Names), MemberType = typeof(Graphs))]
    public async Task Every_statement_says_whom_or_what_it_is_about(string name)
    {
        // A role's policy has resources and no principal, a trust policy principals and no resource, and a resource's policy both.
        var wrong = from policy in PolicyFinder.All(await Graphs.OfAsync(name))
                    from statement in policy.Document.Statements
                    let kept = policy.Kind switch
                    {
                        PolicyKind.Identity => statement is { Principals.Count: 0, Resources.Count: > 0 },
                        PolicyKind.Trust => statement is { Principals.Count: > 0, Resources.Count: 0 },
                        _ => statement.Principals.Count > 0 && (statement.Resources.Count > 0 || policy.Owner.Type == "aws:ecr/repositoryPolicy:RepositoryPolicy"),
                    }
                    where !kept
                    select $"{policy}: {statement.Sid}";
        Faults.None(wrong);
    }

    [Theory]
    [MemberData(nameof(Graphs.Names), MemberType = typeof(Graphs))]
    public async Task Every_role_can_be_judged_and_may_do_something(string name)
    {
        var graph = await Graphs.OfAsync(name);
        Assert.All(graph.OfType("iam/role:Role"), role => Assert.NotEmpty(IamRole.Of(graph, role).Policies));
    }

    [Theory]
    [MemberData(nameof(Graphs.Names), MemberType = typeof(Graphs))]
    public async Task No_policy_is_longer_than_IAM_takes(string name)
    {
        // IAM and STS quotas: 10240 characters for all inline policies of a role, 6144 for a managed one, 2048 for a trust policy;
        // white space does not count. A bucket's policy may have 20 KiB, a key's 32 KiB, an endpoint's 20480 characters.
        var tooLong = from policy in PolicyFinder.All(await Graphs.OfAsync(name))
                    let limit = (policy.Owner.Type, policy.Kind) switch
                    {
                        ("aws:iam/policy:Policy", _) => 6144,
                        (_, PolicyKind.Trust) => 2048,
                        (_, PolicyKind.Identity) => 10240,
                        ("aws:kms/key:Key", _) => 32768,
                        _ => 20480,
                    }
                    where policy.Json.Count(letter => !char.IsWhiteSpace(letter)) > limit
                    select $"{policy}: {policy.Json.Length} characters";
        Faults.None(tooLong);
    }

    [Theory]
    [MemberData(nameof(Graphs.Names), MemberType = typeof(Graphs))]
    public async Task No_role_has_more_policies_than_IAM_attaches(string name)
    {
        // IAM quotas: ten managed policies for a role, unless AWS is asked for more.
        var graph = await Graphs.OfAsync(name);
        Faults.None(graph.OfType("iam/rolePolicyAttachment:RolePolicyAttachment").GroupBy(attachment => attachment.Text("role")).Where(role => role.Count() > 10).Select(role => $"{role.Key}: {role.Count()} policies"));
    }
}
