using Pulumi;
using Recommender.Infra.Components;
using Recommender.Infra.Policies;
using Aws = Pulumi.Aws;

namespace Recommender.Infra.Observability;

/// <summary>One topic for everything that people must hear of, and who hears: mail addresses and a Slack channel.</summary>
public sealed class Alerting : PlatformComponent
{
    /// <summary>Makes it.</summary>
    public Alerting(string name, AlertingArgs args, ComponentResourceOptions? options = null)
        : base("Alerting", name, args, options)
    {
        var topic = new Aws.Sns.Topic(Child("topic"), new()
        {
            Name = Context.Name("alerts"),
            DisplayName = $"Recommender {Context.Stack}",
            KmsMasterKeyId = args.KeyArn,
        }, Owned());
        _ = new Aws.Sns.TopicPolicy(Child("topic-policy"), new() { Arn = topic.Arn, Policy = Policy(topic.Arn) }, Owned());
        var settings = Context.Settings.Monitoring;
        foreach (var mail in settings.Mails)
        {
            // AWS sends a mail with a link first; until it is clicked, the address gets nothing.
            _ = new Aws.Sns.TopicSubscription(Child($"mail-{mail}"), new() { Topic = topic.Arn, Protocol = "email", Endpoint = mail }, Owned());
        }

        if (settings.Slack.Channel.Length > 0)
        {
            _ = new SlackChannel($"{name}-slack", new() { Context = Context, TopicArn = topic.Arn }, new() { Parent = this });
        }

        TopicArn = topic.Arn;
        RegisterOutputs(new Dictionary<string, object?> { ["topicArn"] = TopicArn });
    }

    /// <summary>The topic.</summary>
    public Output<string> TopicArn { get; }

    /// <summary>
    /// Only services that alert may publish, for this account and nobody else's. The state machine publishes as its role, by that
    /// role's own policy.
    /// </summary>
    private Output<string> Policy(Output<string> topicArn) => PolicyDocument.Json(
        Publishers("Alarms", "cloudwatch.amazonaws.com", topicArn, Context.Arn("cloudwatch", $"alarm:{Context.Name("*")}")),
        Publishers("Rules", "events.amazonaws.com", topicArn, Context.Arn("events", $"rule/{Context.Name("*")}")),

        // A budget has no region.
        Publishers("Budgets", "budgets.amazonaws.com", topicArn, Output.Format($"arn:aws:budgets::{Context.AccountId}:*")),
        new PolicyStatement("TlsOnly")
        {
            Deny = true,
            Actions = ["sns:Publish"],
            Principals = [PolicyPrincipal.Everyone],
            Resources = [topicArn],
            Conditions = [new("Bool", "aws:SecureTransport", "false")],
        });

    private PolicyStatement Publishers(string sid, string service, Output<string> topicArn, Output<string> sources) => new(sid)
    {
        Actions = ["sns:Publish"],
        Principals = [PolicyPrincipal.Services(service)],
        Resources = [topicArn],
        Conditions = [new("StringEquals", "aws:SourceAccount", Context.AccountId), new("ArnLike", "aws:SourceArn", sources)],
    };
}
