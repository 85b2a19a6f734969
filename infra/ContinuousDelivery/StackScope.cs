using Pulumi;
using Recommender.Infra.Policies;
using Recommender.Infra.Settings;

namespace Recommender.Infra.ContinuousDelivery;

/// <summary>How policies tell a stack's resources from all others: by name where the service lets ARNs have names, else by tags.</summary>
/// <param name="context">The stack.</param>
internal sealed class StackScope(StackContext context)
{
    private const string ResourceTag = "aws:ResourceTag/";
    private const string RequestTag = "aws:RequestTag/";

    /// <summary>The stack.</summary>
    public StackContext Context { get; } = context;

    /// <summary>The pattern of the stack's names, such as <c>recommender-uat-*</c>.</summary>
    public string Names { get; } = context.Name("*");

    /// <summary>Resources of this account and region whose names begin as the stack's do.</summary>
    /// <param name="service">Such as <c>rds</c>.</param>
    /// <param name="before">What stands before the name, such as <c>db:</c>.</param>
    /// <param name="after">What stands behind it.</param>
    public Input<string> Named(string service, string before, string after = "") => Context.Arn(service, $"{before}{Names}{after}");

    /// <summary>Resources of this account and region of a kind, whatever they are called; to be narrowed down by tags.</summary>
    public Input<string> Any(string service, string resource) => Context.Arn(service, resource);

    /// <summary>Resources of this account outside of regions.</summary>
    public Input<string> Global(string service, string resource) => Output.Format($"arn:aws:{service}::{Context.AccountId}:{resource}");

    /// <summary>The resource is tagged as the stack's.</summary>
    public IReadOnlyList<PolicyCondition> Own =>
        [new("StringEquals", $"{ResourceTag}project", StackContext.Project), new("StringEquals", $"{ResourceTag}stack", Context.Stack)];

    /// <summary>What is about to be made is tagged as the stack's.</summary>
    public IReadOnlyList<PolicyCondition> New =>
        [new("StringEquals", $"{RequestTag}project", StackContext.Project), new("StringEquals", $"{RequestTag}stack", Context.Stack)];

    /// <summary>Tags are set that say the stack's, and on nothing that says another's.</summary>
    public IReadOnlyList<PolicyCondition> Tagging => [.. New, new("StringEqualsIfExists", $"{ResourceTag}stack", Context.Stack)];

    /// <summary>
    /// A resource of the project that is another stack's. Both are said of the resource, so what has no tags, and what takes none, is
    /// not meant.
    /// </summary>
    public IReadOnlyList<PolicyCondition> Others =>
        [new("StringEquals", $"{ResourceTag}project", StackContext.Project), new("StringNotEquals", $"{ResourceTag}stack", Context.Stack)];

    /// <summary>Actions that lose data: in production they are nobody's but a person's.</summary>
    public IReadOnlyList<string> Losing(params IReadOnlyList<string> actions) => Context.Production ? [] : actions;
}
