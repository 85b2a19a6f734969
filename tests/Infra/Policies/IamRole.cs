using Recommender.Infra.Tests.Harness;

namespace Recommender.Infra.Tests.Policies;

/// <summary>A role of a graph with all of its policies.</summary>
/// <param name="Resource">The role.</param>
/// <param name="Trust">Who may assume it.</param>
/// <param name="Policies">What it may do: policies in it and policies attached.</param>
/// <param name="Boundary">What it may do at most; null without one.</param>
internal sealed record IamRole(GraphResource Resource, IamDocument Trust, IReadOnlyList<IamDocument> Policies, IamDocument? Boundary)
{
    // Services that tell IAM the tags of what is asked for (IAM user guide, "AWS services that work with IAM", column ABAC).
    private static readonly string[] _tellingTags = ["athena:", "ec2:", "ecr:", "ecs:", "kms:", "states:"];

    private IReadOnlyDictionary<string, GraphResource> Tagged { get; init; } = new Dictionary<string, GraphResource>();

    /// <summary>Reads a role.</summary>
    /// <exception cref="NotSupportedException">A policy of AWS's own is attached, whose text the graph does not have.</exception>
    public static IamRole Of(StackGraph graph, GraphResource role)
    {
        bool Is(string? reference) => reference is not null && (reference == role.Id || reference == role.Arn || reference == role.Outputs.GetValueOrDefault("name") as string);
        IEnumerable<string> attached =
        [
            .. graph.OfType("iam/rolePolicyAttachment:RolePolicyAttachment").Where(attachment => Is(attachment.Text("role"))).Select(attachment => attachment.Text("policyArn")!),
            .. graph.OfType("iam/policyAttachment:PolicyAttachment").Where(attachment => attachment.List("roles").Any(name => Is(name as string))).Select(attachment => attachment.Text("policyArn")!),
            .. role.List("managedPolicyArns").Cast<string>(),
        ];
        IEnumerable<string> texts =
        [
            .. graph.OfType("iam/rolePolicy:RolePolicy").Where(policy => Is(policy.Text("role"))).Select(policy => policy.Text("policy")!),
            .. role.List("inlinePolicies").Select(policy => (string)GraphValue.At(policy, "policy")!),
            .. attached.Distinct().Select(arn => Managed(graph, role, arn)),
        ];
        var boundary = role.Text("permissionsBoundary") is { } bound ? IamDocument.Parse(Managed(graph, role, bound)) : null;
        var resources = graph.Resources.Where(resource => resource.Outputs.ContainsKey("arn") && resource.At("tags") is not null).DistinctBy(resource => resource.Arn);
        return new(role, IamDocument.Parse(role.Text("assumeRolePolicy")!), [.. texts.Select(IamDocument.Parse)], boundary) { Tagged = resources.ToDictionary(resource => resource.Arn) };
    }

    /// <summary>The role with a logical name.</summary>
    public static IamRole Of(StackGraph graph, string name) => Of(graph, graph.Get("iam/role:Role", name));

    /// <summary>The role with an ARN.</summary>
    public static IamRole ByArn(StackGraph graph, string arn) => Of(graph, graph.OfType("iam/role:Role").Single(role => role.Arn == arn));

    /// <summary>Whether its policies let it do something.</summary>
    /// <param name="action">Such as <c>s3:GetObject</c>.</param>
    /// <param name="resource">The ARN of what it is done to; <c>*</c> where the action knows no resource.</param>
    /// <param name="context">Condition keys and values of the request.</param>
    public bool May(string action, string resource, params (string Key, string Value)[] context) => May(new IamRequest(action, resource).With(context));

    /// <summary>Whether its policies let it do something. A resource of the graph brings its tags along, unless the request says others.</summary>
    public bool May(IamRequest request)
    {
        var tagged = WithTags(request);
        return IamDocument.Decide(Policies, tagged) == IamDecision.Allowed && (Boundary is null || Boundary.Decide(tagged) == IamDecision.Allowed);
    }

    /// <summary>Whether a service may assume it.</summary>
    /// <param name="service">Such as <c>ecs-tasks.amazonaws.com</c>.</param>
    /// <param name="context">Condition keys and values, such as <c>aws:SourceAccount</c>.</param>
    public bool TrustsService(string service, params (string Key, string Value)[] context) => Trust.Lets(IamPrincipal.Service(service), "sts:AssumeRole", Resource.Arn, context);

    private IamRequest WithTags(IamRequest request)
    {
        if (!_tellingTags.Any(service => request.Action.StartsWith(service, StringComparison.Ordinal)) || Tagged.GetValueOrDefault(request.Resource)?.At("tags") is not IReadOnlyDictionary<string, object> tags)
        {
            return request;
        }

        var context = tags.ToDictionary(tag => $"aws:ResourceTag/{tag.Key}", tag => (IReadOnlyList<string>)[(string)tag.Value], StringComparer.OrdinalIgnoreCase);
        foreach (var (key, values) in request.Context)
        {
            context[key] = values;
        }

        return request with { Context = context };
    }

    private static string Managed(StackGraph graph, GraphResource role, string arn) =>
        graph.OfType("iam/policy:Policy").SingleOrDefault(policy => policy.Arn == arn)?.Text("policy")
        ?? throw new NotSupportedException($"{role}: the text of the attached policy {arn} is not in the graph; write its statements out");
}
