using Recommender.Infra.Tests.Harness;

namespace Recommender.Infra.Tests.Policies;

public sealed class IamRoleTests
{
    private const string Trust = """{ "Version": "2012-10-17", "Statement": [{ "Effect": "Allow", "Principal": { "Service": "ecs-tasks.amazonaws.com" }, "Action": "sts:AssumeRole", "Condition": { "StringEquals": { "aws:SourceAccount": "123456789012" } } }] }""";

    private static readonly StackGraph _role = HandMadeGraph.Empty("uat").With("iam/role:Role", "job", $$"""{ "name": "recommender-uat-job", "assumeRolePolicy": {{HandMadeGraph.Quoted(Trust)}} }""");

    [Fact]
    public void A_role_may_what_its_inline_and_its_attached_policies_allow()
    {
        var graph = _role
            .With("iam/rolePolicy:RolePolicy", "inline", $$"""{ "role": "recommender-uat-job", "policy": {{Allow("s3:GetObject")}} }""")
            .With("iam/policy:Policy", "managed", $$"""{ "name": "recommender-uat-managed", "policy": {{Allow("s3:PutObject")}} }""")
            .With("iam/rolePolicyAttachment:RolePolicyAttachment", "attached", """{ "role": "recommender-uat-job", "policyArn": "arn:aws:iam::123456789012:policy/recommender-uat-managed" }""")
            .With("iam/rolePolicy:RolePolicy", "others", $$"""{ "role": "recommender-uat-other", "policy": {{Allow("s3:DeleteObject")}} }""");
        var role = IamRole.Of(graph, "job");
        Assert.True(role.May("s3:GetObject", "arn:aws:s3:::b/a"));
        Assert.True(role.May("s3:PutObject", "arn:aws:s3:::b/a"));
        Assert.False(role.May("s3:DeleteObject", "arn:aws:s3:::b/a"));
        Assert.False(role.May("s3:GetObject", "arn:aws:s3:::c/a"));
        Assert.Equal(role.Resource, IamRole.ByArn(graph, "arn:aws:iam::123456789012:role/recommender-uat-job").Resource);
    }

    [Fact]
    public void A_boundary_takes_away_what_it_does_not_allow()
    {
        var graph = _role
            .With("iam/rolePolicy:RolePolicy", "inline", $$"""{ "role": "recommender-uat-job", "policy": {{Allow("s3:*")}} }""")
            .With("iam/policy:Policy", "managed", $$"""{ "name": "recommender-uat-boundary", "policy": {{Allow("s3:GetObject")}} }""");
        var bounded = graph with { Resources = graph.Resources.Replace(graph.Resources[0], graph.Resources[0] with { Inputs = graph.Resources[0].Inputs.Add("permissionsBoundary", "arn:aws:iam::123456789012:policy/recommender-uat-boundary") }) };
        Assert.True(IamRole.Of(bounded, "job").May("s3:GetObject", "arn:aws:s3:::b/a"));
        Assert.False(IamRole.Of(bounded, "job").May("s3:PutObject", "arn:aws:s3:::b/a"));
        Assert.True(IamRole.Of(graph, "job").May("s3:PutObject", "arn:aws:s3:::b/a"));
    }

    [Fact]
    public void A_resource_brings_its_tags_where_its_service_tells_them()
    {
        const string Statement = """{ "Version": "2012-10-17", "Statement": [{ "Effect": "Allow", "Action": ["kms:Decrypt", "s3:ListBucket"], "Resource": "*", "Condition": { "StringEquals": { "aws:ResourceTag/stack": "uat" } } }] }""";
        var graph = _role
            .With("iam/rolePolicy:RolePolicy", "inline", $$"""{ "role": "recommender-uat-job", "policy": {{HandMadeGraph.Quoted(Statement)}} }""")
            .With("kms/key:Key", "own", """{ "tags": { "stack": "uat" } }""")
            .With("kms/key:Key", "other", """{ "tags": { "stack": "prod" } }""")
            .With("s3/bucket:Bucket", "bucket", """{ "bucket": "b", "tags": { "stack": "uat" } }""");
        var role = IamRole.Of(graph, "job");
        Assert.True(role.May("kms:Decrypt", graph.Get("kms/key:Key", "own").Arn));
        Assert.False(role.May("kms:Decrypt", graph.Get("kms/key:Key", "own").Arn, ("aws:ResourceTag/stack", "prod")));
        Assert.False(role.May("kms:Decrypt", graph.Get("kms/key:Key", "other").Arn));
        Assert.False(role.May("s3:ListBucket", "arn:aws:s3:::b"));
    }

    [Fact]
    public void A_policy_of_AWS_itself_cannot_be_judged()
    {
        var graph = _role.With("iam/rolePolicyAttachment:RolePolicyAttachment", "attached", """{ "role": "recommender-uat-job", "policyArn": "arn:aws:iam::aws:policy/AdministratorAccess" }""");
        Assert.Contains("AdministratorAccess", Assert.Throws<NotSupportedException>(() => IamRole.Of(graph, "job")).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_service_is_trusted_under_the_conditions_of_the_trust_policy()
    {
        var role = IamRole.Of(_role, "job");
        Assert.True(role.TrustsService("ecs-tasks.amazonaws.com", ("aws:SourceAccount", "123456789012")));
        Assert.False(role.TrustsService("ecs-tasks.amazonaws.com", ("aws:SourceAccount", "999999999999")));
        Assert.False(role.TrustsService("lambda.amazonaws.com", ("aws:SourceAccount", "123456789012")));
    }

    private static string Allow(string action) =>
        HandMadeGraph.Quoted($$"""{ "Version": "2012-10-17", "Statement": [{ "Effect": "Allow", "Action": "{{action}}", "Resource": "arn:aws:s3:::b/*" }] }""");
}
