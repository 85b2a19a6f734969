using Recommender.Infra.Tests.Harness;
using Recommender.Infra.Tests.Policies;

namespace Recommender.Infra.Tests.Observability;

public sealed class AlertingTests
{
    private const string Slack = "chatbot/slackChannelConfiguration:SlackChannelConfiguration";

    [Fact]
    public async Task Each_mail_address_of_the_settings_gets_alerts()
    {
        var prod = StackVariant.Committed("prod");
        var graph = await GraphBuilder.BuildAsync(prod with { Changes = [.. prod.Changes, ("monitoring.mails", new System.Text.Json.Nodes.JsonArray("one@example.com", "two@example.com"))] });
        var topic = graph.Only("sns/topic:Topic");

        Assert.NotNull(topic.Text("kmsMasterKeyId"));
        var subscriptions = graph.OfType("sns/topicSubscription:TopicSubscription").ToList();
        Assert.Equal(["one@example.com", "two@example.com"], subscriptions.Select(subscription => subscription.Text("endpoint")).Order());
        Assert.All(subscriptions, subscription => Assert.Equal((topic.Arn, "email"), (subscription.Text("topic"), subscription.Text("protocol"))));
    }

    [Theory]
    [InlineData("cloudwatch.amazonaws.com", "arn:aws:cloudwatch:eu-west-1:123456789012:alarm:recommender-prod-api-down")]
    [InlineData("events.amazonaws.com", "arn:aws:events:eu-west-1:123456789012:rule/recommender-prod-x")]
    [InlineData("budgets.amazonaws.com", "arn:aws:budgets::123456789012:budget/recommender-prod-monthly")]
    public async Task Only_this_accounts_services_publish_and_only_over_TLS(string service, string source)
    {
        var graph = await Graphs.OfAsync("prod");
        var topic = graph.Only("sns/topic:Topic").Arn;
        var policy = IamDocument.Parse(graph.Only("sns/topicPolicy:TopicPolicy").Text("policy")!);
        bool Lets(string who, string arn, string account, string tls) => policy.Lets(
            IamPrincipal.Service(who), "sns:Publish", topic, ("aws:SourceArn", arn), ("aws:SourceAccount", account), ("aws:SecureTransport", tls));

        Assert.True(Lets(service, source, CloudNames.Account, "true"));
        Assert.False(Lets(service, source, CloudNames.Account, "false"));
        Assert.False(Lets(service, source.Replace(CloudNames.Account, "999999999999", StringComparison.Ordinal), "999999999999", "true"));
        Assert.False(Lets("s3.amazonaws.com", source, CloudNames.Account, "true"));
        Assert.Equal(service == "budgets.amazonaws.com", Lets(service, source.Replace("-prod-", "-uat-", StringComparison.Ordinal), CloudNames.Account, "true"));
    }

    [Theory]
    [InlineData("prod", false)]
    [InlineData("prod-everything", true)]
    public async Task A_Slack_channel_is_told_where_the_settings_name_one(string variant, bool expected)
    {
        var graph = await Graphs.OfAsync(variant);
        Assert.Equal(expected, graph.OfType(Slack).Any());
        Assert.Equal(expected, graph.OfType("iam/role:Role").Any(role => role.Name == "alerting-slack-role"));
    }

    [Fact]
    public async Task Members_of_the_Slack_channel_look_at_alarms_and_do_nothing_else()
    {
        var graph = await Graphs.OfAsync("prod-everything");
        var channel = graph.Only(Slack);
        var role = IamRole.ByArn(graph, channel.Text("iamRoleArn")!);

        Assert.Equal(("T0123ABCD", "C0123ABCD"), (channel.Text("slackTeamId"), channel.Text("slackChannelId")));
        Assert.Equal(graph.Only("sns/topic:Topic").Arn, Assert.Single(channel.List("snsTopicArns")));
        Assert.Equal(graph.Get("iam/policy:Policy", "alerting-slack-policy").Arn, Assert.Single(channel.List("guardrailPolicyArns")));
        Assert.True(role.May("cloudwatch:DescribeAlarms", CloudNames.Arn("cloudwatch", "alarm:recommender-prod-api-down")));
        Assert.False(role.May("cloudwatch:DescribeAlarms", CloudNames.Arn("cloudwatch", "alarm:recommender-uat-api-down")));
        Assert.False(role.May("cloudwatch:DeleteAlarms", CloudNames.Arn("cloudwatch", "alarm:recommender-prod-api-down")));
        Assert.True(role.TrustsService("chatbot.amazonaws.com", ("aws:SourceAccount", CloudNames.Account)));
        Assert.False(role.TrustsService("chatbot.amazonaws.com", ("aws:SourceAccount", "999999999999")));
    }
}
