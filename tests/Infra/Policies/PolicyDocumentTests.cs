using Recommender.Infra.Policies;
using Recommender.Infra.Settings;
using Recommender.Infra.Tests.Harness;

namespace Recommender.Infra.Tests.Policies;

public sealed class PolicyDocumentTests
{
    [Fact]
    public async Task A_statement_is_written_as_AWS_gives_it_back()
    {
        // One value as a text, several as a list: what AWS answers is then what was sent, and previews show no difference.
        var json = await Json(_ => PolicyDocument.Json(new PolicyStatement("Read")
        {
            Actions = ["s3:GetObject"],
            Resources = ["arn:aws:s3:::a/*", "arn:aws:s3:::b/*"],
            Conditions = [new("StringEquals", "aws:SourceAccount", "1"), new("StringEquals", "aws:SourceVpc", "v", "w"), new("Bool", "aws:SecureTransport", "true")],
        }));
        Assert.Equal(
            """{"Version":"2012-10-17","Statement":[{"Sid":"Read","Effect":"Allow","Action":["s3:GetObject"],"Resource":["arn:aws:s3:::a/*","arn:aws:s3:::b/*"],"Condition":{"StringEquals":{"aws:SourceAccount":"1","aws:SourceVpc":["v","w"]},"Bool":{"aws:SecureTransport":"true"}}}]}""",
            json);
    }

    [Fact]
    public async Task Values_stay_with_their_statement_principal_and_condition()
    {
        var json = await Json(context => PolicyDocument.Json(
            new PolicyStatement("One")
            {
                Actions = ["kms:Decrypt"],
                Principals = [PolicyPrincipal.Services("logs.amazonaws.com", "sns.amazonaws.com"), new("AWS", context.Arn("iam", "role/x"))],
                Resources = ["*"],
                Conditions = [new("ArnLike", "aws:SourceArn", context.Arn("logs", "log-group:*"))],
            },
            new PolicyStatement("Two") { Deny = true, Actions = ["s3:*"], Principals = [PolicyPrincipal.Everyone], Resources = [context.Arn("s3", "x")] }));
        var statements = IamDocument.Parse(json).Statements;
        Assert.Equal([new("Service", "logs.amazonaws.com"), new("Service", "sns.amazonaws.com"), new("AWS", "arn:aws:iam:eu-west-1:123456789012:role/x")], statements[0].Principals);
        Assert.Equal(["arn:aws:logs:eu-west-1:123456789012:log-group:*"], statements[0].Conditions.Single().Values);
        Assert.False(statements[1].Allows);
        Assert.Equal([new("*", "*")], statements[1].Principals);
        Assert.Equal(["arn:aws:s3:eu-west-1:123456789012:x"], statements[1].Resources);
    }

    [Fact]
    public async Task Signs_of_ARNs_and_conditions_are_not_escaped()
    {
        var json = await Json(_ => PolicyDocument.Json(new PolicyStatement("Read") { Actions = ["s3:GetObject"], Resources = ["arn:aws:s3:::a/<b>&+'c'"] }));
        Assert.Contains("arn:aws:s3:::a/<b>&+'c'", json, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_service_is_trusted_on_behalf_of_this_account_alone()
    {
        var document = IamDocument.Parse(await Json(context => Trust.Service(context, "ecs-tasks.amazonaws.com")));
        var service = IamPrincipal.Service("ecs-tasks.amazonaws.com");
        Assert.True(document.Lets(service, "sts:AssumeRole", "*", ("aws:SourceAccount", CloudNames.Account)));
        Assert.False(document.Lets(service, "sts:AssumeRole", "*", ("aws:SourceAccount", "999999999999")));
        Assert.False(document.Lets(service, "sts:AssumeRole", "*"));
        Assert.False(document.Lets(IamPrincipal.Service("lambda.amazonaws.com"), "sts:AssumeRole", "*", ("aws:SourceAccount", CloudNames.Account)));
    }

    private static async Task<string> Json(Func<StackContext, Pulumi.Output<string>> document)
    {
        var graph = await GraphBuilder.BuildAsync(StackVariant.Committed("uat"), () => new Dictionary<string, object?> { ["policy"] = document(StackContext.Current()) });
        return (string)graph.Outputs["policy"]!;
    }
}
