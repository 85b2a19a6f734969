using Recommender.Infra.Tests.Harness;
using Recommender.Infra.Tests.Policies;

namespace Recommender.Infra.Tests.Storage;

/// <summary>The key's policy lets through what the other components ask of the key.</summary>
public sealed class KeyInStackTests
{
    public static TheoryData<string> Variants => Graphs.Names;

    [Theory]
    [MemberData(nameof(Variants))]
    public async Task CloudWatch_Logs_may_use_the_key_for_every_log_group(string variant)
    {
        var graph = await Graphs.OfAsync(variant);
        var groups = graph.OfType("cloudwatch/logGroup:LogGroup").ToList();

        Assert.True(groups.Count > 1);
        Assert.All(groups, group => Assert.True(
            Key(graph).Lets(IamPrincipal.Service($"logs.{CloudNames.Region}.amazonaws.com"), "kms:GenerateDataKey", KeyArn(graph), ("kms:EncryptionContext:aws:logs:arn", group.Arn)),
            $"{group}: {group.Arn}"));
    }

    [Theory]
    [MemberData(nameof(Variants))]
    public async Task Every_use_that_a_role_is_allowed_the_keys_policy_allows_too(string variant)
    {
        var graph = await Graphs.OfAsync(variant);
        var uses =
            from role in graph.OfType("iam/role:Role")
            from statement in IamRole.Of(graph, role).Policies.SelectMany(policy => policy.Statements)
            where statement.Allows && statement.Resources.Contains(KeyArn(graph))
            from action in statement.Actions
            select (role, statement, action);

        Assert.NotEmpty(uses);
        Assert.All(uses, use => Assert.True(
            Key(graph).Lets(IamPrincipal.Aws(use.role.Arn), use.action, KeyArn(graph), [("aws:PrincipalArn", use.role.Arn), .. use.statement.Conditions.Select(condition => (condition.Key, condition.Values[0]))]),
            $"{use.role}, {use.statement.Sid}: {use.action}"));
    }

    [Theory]
    [MemberData(nameof(Variants))]
    public async Task Topics_and_queues_are_known_to_the_key_by_their_names(string variant)
    {
        var graph = await Graphs.OfAsync(variant);
        var events = IamPrincipal.Service("events.amazonaws.com");

        Assert.All(graph.OfType("sns/topic:Topic"), topic => Assert.True(Key(graph).Lets(events, "kms:GenerateDataKey", KeyArn(graph), ("kms:EncryptionContext:aws:sns:topicArn", topic.Arn)), $"{topic}"));
        Assert.All(graph.OfType("sqs/queue:Queue"), queue => Assert.True(Key(graph).Lets(events, "kms:GenerateDataKey", KeyArn(graph), ("kms:EncryptionContext:aws:sqs:arn", queue.Arn)), $"{queue}"));
        Assert.NotEmpty(graph.OfType("sns/topic:Topic"));
    }

    private static string KeyArn(StackGraph graph) => graph.Only("kms/key:Key").Arn;

    private static IamDocument Key(StackGraph graph) => IamDocument.Parse(graph.Only("kms/key:Key").Text("policy")!);
}
