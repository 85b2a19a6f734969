using Pulumi;
using Recommender.Infra.Components;
using Recommender.Infra.Policies;
using Aws = Pulumi.Aws;

namespace Recommender.Infra.Observability;

/// <summary>
/// Puts alerts into a Slack channel. The workspace is allowed once by hand (AWS console, Amazon Q Developer in chat applications,
/// which was called AWS Chatbot), for only a person can sign in to Slack.
/// </summary>
public sealed class SlackChannel : PlatformComponent
{
    /// <summary>Makes it.</summary>
    public SlackChannel(string name, SlackChannelArgs args, ComponentResourceOptions? options = null)
        : base("SlackChannel", name, args, options)
    {
        // Members of the channel can look at this stack's alarms from there and do nothing else: the role says so, and the
        // guardrail says so again for roles that members might choose themselves.
        var policy = new Aws.Iam.Policy(Child("policy"), new()
        {
            Name = Context.Name("slack"),
            Description = "Look at the alarms of this stack",
            PolicyDocument = PolicyDocument.Json(new PolicyStatement("LookAtAlarms")
            {
                Actions = ["cloudwatch:DescribeAlarmHistory", "cloudwatch:DescribeAlarms"],
                Resources = [Context.Arn("cloudwatch", $"alarm:{Context.Name("*")}")],
            }),
        }, Owned());
        var role = new Aws.Iam.Role(Child("role"), new()
        {
            Name = Context.Name("slack"),
            Description = "What members of the Slack channel may do from there",
            AssumeRolePolicy = Trust.Service(Context, "chatbot.amazonaws.com"),
        }, Owned());
        var attachment = new Aws.Iam.RolePolicyAttachment(Child("attachment"), new() { Role = role.Name, PolicyArn = policy.Arn }, Owned());
        var slack = Context.Settings.Monitoring.Slack;
        _ = new Aws.Chatbot.SlackChannelConfiguration(Child("channel"), new()
        {
            ConfigurationName = Context.Name("alerts"),
            SlackTeamId = slack.Workspace,
            SlackChannelId = slack.Channel,
            SnsTopicArns = { args.TopicArn },
            IamRoleArn = role.Arn,
            GuardrailPolicyArns = { policy.Arn },
            LoggingLevel = "ERROR",
        }, Owned(attachment));
        RegisterOutputs();
    }
}
