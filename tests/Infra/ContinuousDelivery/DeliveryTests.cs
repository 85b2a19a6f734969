using Recommender.Infra.Tests.Compute;
using Recommender.Infra.Tests.Harness;
using Recommender.Infra.Tests.Policies;
using static Recommender.Infra.Tests.Harness.CloudNames;

namespace Recommender.Infra.Tests.ContinuousDelivery;

/// <summary>Who may assume the role of CI/CD, and what would let it out of its bounds.</summary>
public sealed class DeliveryTests
{
    private const string Host = "token.actions.githubusercontent.com";

    [Theory]
    [InlineData("repo:example/recommender:environment:prod", "sts.amazonaws.com", true)]
    [InlineData("repo:example/recommender:environment:uat", "sts.amazonaws.com", false)]
    [InlineData("repo:example/recommender:ref:refs/heads/main", "sts.amazonaws.com", false)]
    [InlineData("repo:example/recommender:environment:prod-2", "sts.amazonaws.com", false)]
    [InlineData("repo:example/recommender-fork:environment:prod", "sts.amazonaws.com", false)]
    [InlineData("repo:somebody/recommender:environment:prod", "sts.amazonaws.com", false)]
    [InlineData("repo:example/recommender:environment:prod", "https://github.com/example", false)]
    public async Task One_environment_of_one_repository_may_assume_it(string subject, string audience, bool may)
    {
        var role = IamRole.Of(await TaskStack.OfAsync("prod"), "delivery-role");
        Assert.Equal(may, Assumes(role, $"arn:aws:iam::{Account}:oidc-provider/{Host}", subject, audience));
    }

    [Fact]
    public async Task Nobody_else_may_assume_it()
    {
        var role = IamRole.Of(await TaskStack.OfAsync("uat"), "delivery-role");

        Assert.False(Assumes(role, $"arn:aws:iam::{Account}:oidc-provider/gitlab.com", "repo:example/recommender:environment:uat", "sts.amazonaws.com"));
        Assert.False(role.TrustsService("ecs-tasks.amazonaws.com", ("aws:SourceAccount", Account)));
        Assert.False(role.Trust.Lets(IamPrincipal.Aws($"arn:aws:iam::{Account}:role/x"), "sts:AssumeRole", role.Resource.Arn));
        Assert.All(role.Trust.Statements.SelectMany(statement => statement.Conditions), condition => Assert.Equal("StringEquals", condition.Operator));
    }

    [Fact]
    public async Task The_accounts_provider_is_made_once_and_stays()
    {
        var made = (await TaskStack.OfAsync("uat")).Only("iam/openIdConnectProvider:OpenIdConnectProvider");
        var found = await TaskStack.WithAsync("uat", ("delivery.createProvider", false));

        Assert.Equal($"https://{Host}", made.Text("url"));
        Assert.Equal(["sts.amazonaws.com"], made.List("clientIdLists"));
        Assert.True(made.Options.RetainOnDelete);
        Assert.Empty(found.OfType("iam/openIdConnectProvider:OpenIdConnectProvider"));
        Assert.True(Assumes(IamRole.Of(found, "delivery-role"), $"arn:aws:iam::{Account}:oidc-provider/{Host}", "repo:example/recommender:environment:uat", "sts.amazonaws.com"));
    }

    [Theory]
    [InlineData("uat-everything")]
    [InlineData("prod-everything")]
    public async Task Its_policies_fit_into_what_IAM_takes(string name)
    {
        // IAM quotas: 6,144 characters a managed policy, white space not counted; ten policies a role.
        var graph = await TaskStack.OfAsync(name);
        var policies = graph.OfType("iam/policy:Policy").ToDictionary(policy => policy.Name, policy => policy.Text("policy")!.Count(letter => !char.IsWhiteSpace(letter)));

        Assert.All(policies, policy => Assert.True(policy.Value <= 6144, $"{policy.Key} has {policy.Value} characters"));
        Assert.True(policies.Keys.Count(policy => policy.StartsWith("delivery-", StringComparison.Ordinal)) <= 10);
    }

    [Fact]
    public async Task It_pushes_images_of_its_stack_alone()
    {
        var role = IamRole.Of(await TaskStack.OfAsync("uat"), "delivery-role");
        Assert.True(role.May("ecr:GetAuthorizationToken", "*"));
        foreach (var action in new[] { "BatchCheckLayerAvailability", "InitiateLayerUpload", "UploadLayerPart", "CompleteLayerUpload", "PutImage", "BatchGetImage", "DescribeImages" })
        {
            Assert.All(new[] { "jobs", "training", "serving" }, image => Assert.True(role.May($"ecr:{action}", Arn("ecr", $"repository/recommender-uat-{image}"))));
            Assert.False(role.May($"ecr:{action}", Arn("ecr", "repository/recommender-prod-jobs")));
            Assert.False(role.May($"ecr:{action}", Arn("ecr", "repository/another")));
        }
    }

    [Fact]
    public async Task It_reads_none_of_the_data_that_it_keeps()
    {
        var graph = await TaskStack.OfAsync("prod");
        var role = IamRole.Of(graph, "delivery-role");

        Assert.False(role.May("s3:GetObject", $"arn:aws:s3:::recommender-prod-curated-{Account}/up_features/x.parquet"));
        Assert.False(role.May("s3:PutObject", $"arn:aws:s3:::recommender-prod-curated-{Account}/up_features/x.parquet"));
        Assert.False(role.May("s3:DeleteObject", $"arn:aws:s3:::recommender-prod-curated-{Account}/up_features/x.parquet"));
        Assert.False(role.May("athena:StartQueryExecution", Arn("athena", "workgroup/recommender-prod-jobs")));
        Assert.False(role.May("secretsmanager:GetSecretValue", (string)graph.Outputs["databaseSecret"]!));
        Assert.False(role.May("rds-db:connect", Arn("rds-db", "dbuser:db-X/recommender_ingest")));
        Assert.False(role.May("logs:GetLogEvents", Arn("logs", "log-group:/recommender/prod/ingest")));
        Assert.False(role.May("kinesis:GetRecords", Arn("kinesis", "stream/recommender-prod-shop_events")));
        Assert.False(role.May("ecs:RunTask", Arn("ecs", "task-definition/recommender-prod-ingest:1")));
        Assert.False(role.May("states:StartExecution", Arn("states", "stateMachine:recommender-prod-pipeline")));
        Assert.False(role.May("sts:AssumeRole", Role("recommender-prod-ingest-task")));
    }

    [Fact]
    public async Task Roles_can_be_made_under_the_boundary_only()
    {
        var graph = await TaskStack.OfAsync("prod");
        var role = IamRole.Of(graph, "delivery-role");
        var boundary = graph.Boundary().Arn;

        foreach (var action in new[] { "CreateRole", "PutRolePolicy", "AttachRolePolicy", "PutRolePermissionsBoundary" })
        {
            Assert.True(role.May($"iam:{action}", Role("recommender-prod-new"), ("iam:PermissionsBoundary", boundary)), action);
            Assert.False(role.May($"iam:{action}", Role("recommender-prod-new")), action);
            Assert.False(role.May($"iam:{action}", Role("recommender-prod-new"), ("iam:PermissionsBoundary", $"arn:aws:iam::{Account}:policy/recommender-prod-wide")), action);
            Assert.False(role.May($"iam:{action}", Role("admin"), ("iam:PermissionsBoundary", boundary)), action);
        }

        Assert.False(role.May("iam:DeleteRolePermissionsBoundary", Role("recommender-prod-new")));
        Assert.False(role.May("iam:CreateUser", $"arn:aws:iam::{Account}:user/recommender-prod-x"));
        Assert.False(role.May("iam:CreateAccessKey", $"arn:aws:iam::{Account}:user/recommender-prod-x"));
    }

    [Fact]
    public async Task It_cannot_let_itself_out()
    {
        var graph = await TaskStack.OfAsync("prod");
        var role = IamRole.Of(graph, "delivery-role");
        var bounded = ("iam:PermissionsBoundary", graph.Boundary().Arn);

        Assert.All(
            new[] { "AttachRolePolicy", "DetachRolePolicy", "PutRolePolicy", "DeleteRolePolicy", "UpdateAssumeRolePolicy", "PutRolePermissionsBoundary", "DeleteRole", "PassRole" },
            action => Assert.False(role.May($"iam:{action}", role.Resource.Arn, bounded, ("iam:PassedToService", "ecs-tasks.amazonaws.com")), action));
        Assert.All(
            new[] { "recommender-prod-boundary", "recommender-prod-delivery-identity", "recommender-prod-delivery-anything" },
            policy => Assert.All(
                new[] { "CreatePolicy", "CreatePolicyVersion", "SetDefaultPolicyVersion", "DeletePolicy", "DeletePolicyVersion" },
                action => Assert.False(role.May($"iam:{action}", $"arn:aws:iam::{Account}:policy/{policy}"), $"{action} {policy}")));
        Assert.All(
            new[] { "DeleteOpenIDConnectProvider", "AddClientIDToOpenIDConnectProvider", "UpdateOpenIDConnectProviderThumbprint" },
            action => Assert.False(role.May($"iam:{action}", $"arn:aws:iam::{Account}:oidc-provider/{Host}"), action));
    }

    [Theory]
    [InlineData("ecs-tasks.amazonaws.com", true)]
    [InlineData("states.amazonaws.com", true)]
    [InlineData("monitoring.rds.amazonaws.com", true)]
    [InlineData("lambda.amazonaws.com", false)]
    [InlineData("ec2.amazonaws.com", false)]
    [InlineData("cloudformation.amazonaws.com", false)]
    public async Task It_hands_the_stacks_roles_to_the_services_that_work_as_them(string service, bool may)
    {
        var role = IamRole.Of(await TaskStack.OfAsync("uat"), "delivery-role");

        Assert.Equal(may, role.May("iam:PassRole", Role("recommender-uat-ingest-task"), ("iam:PassedToService", service)));
        Assert.False(role.May("iam:PassRole", Role("recommender-prod-ingest-task"), ("iam:PassedToService", service)));
        Assert.False(role.May("iam:PassRole", Role("admin"), ("iam:PassedToService", service)));
    }

    [Theory]
    [InlineData("rds:DeleteDBInstance", "rds", "db:recommender-STACK-source")]
    [InlineData("ecr:DeleteRepository", "ecr", "repository/recommender-STACK-jobs")]
    [InlineData("kinesis:DeleteStream", "kinesis", "stream/recommender-STACK-shop_events")]
    [InlineData("glue:DeleteDatabase", "glue", "database/recommender_STACK_curated")]
    public async Task Data_is_lost_in_uat_alone(string action, string service, string resource)
    {
        foreach (var stack in new[] { "uat", "prod" })
        {
            var role = IamRole.Of(await TaskStack.OfAsync(stack), "delivery-role");
            Assert.Equal(stack == "uat", role.May(action, Arn(service, resource.Replace("STACK", stack, StringComparison.Ordinal))));
        }
    }

    [Fact]
    public async Task Where_the_state_is_in_a_bucket_it_keeps_its_own_stacks_files()
    {
        var with = IamRole.Of(await TaskStack.WithAsync("uat", ("delivery.stateBucket", "example-pulumi-state")), "delivery-role");
        const string Files = "arn:aws:s3:::example-pulumi-state/.pulumi";

        Assert.All(
            new[] { "stacks/recommender/uat.json", "stacks/recommender/uat.json.bak", "history/recommender/uat/uat-1.history.json", "backups/recommender/uat/1.json", "locks/organization/recommender/uat/1.json" },
            file => Assert.All(new[] { "GetObject", "PutObject", "DeleteObject" }, action => Assert.True(with.May($"s3:{action}", $"{Files}/{file}"), file)));
        Assert.All(
            new[] { "stacks/recommender/prod.json", "locks/organization/recommender/prod/1.json", "stacks/another/uat.json" },
            file => Assert.All(new[] { "GetObject", "PutObject", "DeleteObject" }, action => Assert.False(with.May($"s3:{action}", $"{Files}/{file}"), file)));
        Assert.True(with.May("s3:GetObject", $"{Files}/meta.yaml"));
        Assert.False(with.May("s3:PutObject", $"{Files}/meta.yaml"));
        Assert.True(with.May("s3:ListBucket", "arn:aws:s3:::example-pulumi-state"));
        Assert.False(IamRole.Of(await TaskStack.OfAsync("uat"), "delivery-role").May("s3:ListBucket", "arn:aws:s3:::example-pulumi-state"));
    }

    private static string Role(string name) => $"arn:aws:iam::{Account}:role/{name}";

    private static bool Assumes(IamRole role, string provider, string subject, string audience) =>
        role.Trust.Lets(new IamPrincipal("Federated", provider), "sts:AssumeRoleWithWebIdentity", role.Resource.Arn, ($"{Host}:sub", subject), ($"{Host}:aud", audience));
}
