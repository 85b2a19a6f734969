using Recommender.Infra.Tests.Harness;
using Recommender.Infra.Tests.Policies;

namespace Recommender.Infra.Tests.Storage;

public sealed class KeyPolicyTests
{
    private const string Through = "kms:ViaService";

    private static readonly IamPrincipal _role = IamPrincipal.Aws($"arn:aws:iam::{CloudNames.Account}:role/anyone");

    [Fact]
    public async Task The_account_administers_the_key()
    {
        Assert.True(await LetsAsync(_role, "kms:PutKeyPolicy"));
        Assert.True(await LetsAsync(_role, "kms:ScheduleKeyDeletion"));
        Assert.False(await LetsAsync(IamPrincipal.Aws("arn:aws:iam::999999999999:role/anyone"), "kms:PutKeyPolicy"));
    }

    [Fact]
    public async Task Its_roles_use_the_key_through_services_only()
    {
        Assert.True(await LetsAsync(_role, "kms:Decrypt", (Through, "s3.eu-west-1.amazonaws.com")));
        Assert.True(await LetsAsync(_role, "kms:GenerateDataKey", (Through, "kinesis.eu-west-1.amazonaws.com")));
        Assert.False(await LetsAsync(_role, "kms:Decrypt"));
        Assert.False(await LetsAsync(_role, "kms:Decrypt", (Through, "s3.us-east-1.amazonaws.com")));
    }

    [Fact]
    public async Task Grants_are_for_AWS_services_only()
    {
        Assert.True(await LetsAsync(_role, "kms:CreateGrant", (Through, "rds.eu-west-1.amazonaws.com"), ("kms:GrantIsForAWSResource", "true")));
        Assert.False(await LetsAsync(_role, "kms:CreateGrant", (Through, "rds.eu-west-1.amazonaws.com"), ("kms:GrantIsForAWSResource", "false")));
        Assert.False(await LetsAsync(_role, "kms:CreateGrant", ("kms:GrantIsForAWSResource", "true")));
    }

    [Fact]
    public async Task A_grant_is_given_back_through_a_service()
    {
        Assert.True(await LetsAsync(_role, "kms:RetireGrant", (Through, "ecr.eu-west-1.amazonaws.com")));
        Assert.False(await LetsAsync(_role, "kms:RetireGrant"));
    }

    [Theory]
    [InlineData("log-group:/recommender/prod/flow-logs", true)]
    [InlineData("log-group:/aws/vendedlogs/states/recommender-prod-pipeline", true)]
    [InlineData("log-group:/recommender/uat/flow-logs", false)]
    [InlineData("log-group:/aws/lambda/other", false)]
    public async Task CloudWatch_Logs_uses_it_for_the_stacks_log_groups(string group, bool allowed)
    {
        var logs = IamPrincipal.Service("logs.eu-west-1.amazonaws.com");

        Assert.Equal(allowed, await LetsAsync(logs, "kms:GenerateDataKey", ("kms:EncryptionContext:aws:logs:arn", CloudNames.Arn("logs", group))));
    }

    [Theory]
    [InlineData("cloudwatch.amazonaws.com", "recommender-prod-alerts", true)]
    [InlineData("events.amazonaws.com", "recommender-prod-alerts", true)]
    [InlineData("budgets.amazonaws.com", "recommender-prod-alerts", true)]
    [InlineData("cloudwatch.amazonaws.com", "recommender-uat-alerts", false)]
    [InlineData("s3.amazonaws.com", "recommender-prod-alerts", false)]
    public async Task Alerts_are_published_to_the_stacks_topics(string service, string topic, bool allowed) =>
        Assert.Equal(allowed, await LetsAsync(IamPrincipal.Service(service), "kms:GenerateDataKey", ("kms:EncryptionContext:aws:sns:topicArn", CloudNames.Arn("sns", topic))));

    [Fact]
    public async Task Events_wait_in_the_stacks_queues()
    {
        var events = IamPrincipal.Service("events.amazonaws.com");

        Assert.True(await LetsAsync(events, "kms:GenerateDataKey", ("kms:EncryptionContext:aws:sqs:arn", CloudNames.Arn("sqs", "recommender-prod-undelivered"))));
        Assert.False(await LetsAsync(events, "kms:GenerateDataKey", ("kms:EncryptionContext:aws:sqs:arn", CloudNames.Arn("sqs", "another"))));
        Assert.False(await LetsAsync(events, "kms:GenerateDataKey"));
    }

    [Fact]
    public async Task State_machines_of_the_stack_are_encrypted_with_it_and_so_are_their_logs()
    {
        const string Machine = "kms:EncryptionContext:aws:states:stateMachineArn";
        const string Log = "kms:EncryptionContext:SourceArn";
        var delivery = IamPrincipal.Service("delivery.logs.amazonaws.com");

        Assert.True(await LetsAsync(_role, "kms:Decrypt", (Machine, CloudNames.Arn("states", "stateMachine:recommender-prod-pipeline"))));
        Assert.False(await LetsAsync(_role, "kms:Decrypt", (Machine, CloudNames.Arn("states", "stateMachine:recommender-uat-pipeline"))));
        Assert.True(await LetsAsync(_role, "kms:GenerateDataKey", (Log, CloudNames.Arn("logs", "*"))));
        Assert.True(await LetsAsync(delivery, "kms:Decrypt", (Log, CloudNames.Arn("logs", "*"))));
        Assert.False(await LetsAsync(delivery, "kms:Decrypt", (Log, "arn:aws:logs:eu-west-1:999999999999:*")));
    }

    [Fact]
    public async Task The_role_of_the_catalog_uses_it_under_its_own_name()
    {
        var graph = await LakeStack.OfAsync("prod");
        var settings = graph.Only("glue/dataCatalogEncryptionSettings:DataCatalogEncryptionSettings");
        var role = IamRole.ByArn(graph, settings.Text("dataCatalogEncryptionSettings.encryptionAtRest.catalogEncryptionServiceRole")!);

        Assert.True(await LetsAsync(IamPrincipal.Aws(role.Resource.Arn), "kms:Decrypt", ("aws:PrincipalArn", role.Resource.Arn)));
        Assert.False(await LetsAsync(_role, "kms:Decrypt", ("aws:PrincipalArn", _role.Name)));
        Assert.True(role.May("kms:Decrypt", (string)graph.Outputs["key"]!));
        Assert.True(role.TrustsService("glue.amazonaws.com", ("aws:SourceAccount", CloudNames.Account)));
    }

    private static async Task<bool> LetsAsync(IamPrincipal principal, string action, params (string, string)[] context)
    {
        var key = (await LakeStack.OfAsync("prod")).Only("kms/key:Key");
        return IamDocument.Parse(key.Text("policy")!).Lets(principal, action, key.Arn, context);
    }
}
