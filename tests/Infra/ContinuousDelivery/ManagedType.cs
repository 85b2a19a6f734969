using Recommender.Infra.Tests.Harness;
using Recommender.Infra.Tests.Policies;

namespace Recommender.Infra.Tests.ContinuousDelivery;

/// <summary>What AWS's provider calls to make, look at, change and remove a resource of a type.</summary>
/// <param name="Service">The prefix of its actions, such as <c>rds</c>.</param>
/// <param name="Arn">The ARN that the calls are about.</param>
internal sealed record ManagedType(string Service, Func<GraphResource, string> Arn)
{
    /// <summary>Calls that make it; words without prefix.</summary>
    public string Create { get; init; } = "";

    /// <summary>Calls that look at it.</summary>
    public string Read { get; init; } = "";

    /// <summary>Calls that change it.</summary>
    public string Update { get; init; } = "";

    /// <summary>Calls that remove it.</summary>
    public string Delete { get; init; } = "";

    /// <summary>Calls that know no resource.</summary>
    public string Anywhere { get; init; } = "";

    /// <summary>Whether removing it loses data: then in prod CI/CD may not.</summary>
    public bool HoldsData { get; init; }

    /// <summary>Whether it is a part of something that is there and has tags, and its calls are about that.</summary>
    public bool IsPart { get; init; }

    /// <summary>Whether CI/CD may look at it alone, because it is what bounds CI/CD.</summary>
    public Func<GraphResource, bool> IsBound { get; init; } = _ => false;

    /// <summary>Inputs that are roles which it hands to a service.</summary>
    public (string Input, string Service)[] Hands { get; init; } = [];

    /// <summary>The requests that make it.</summary>
    public IEnumerable<IamRequest> Creating(StackGraph graph, GraphResource resource) => Requests(Create, Arn(resource), Context(graph, resource, IsPart ? "Resource" : "Request"));

    /// <summary>The requests that look at it.</summary>
    public IEnumerable<IamRequest> Reading(StackGraph graph, GraphResource resource) => [.. Requests(Read, Arn(resource), Context(graph, resource, "Resource")), .. Requests(Anywhere, "*", [])];

    /// <summary>The requests that change it.</summary>
    public IEnumerable<IamRequest> Updating(StackGraph graph, GraphResource resource) => Requests(Update, Arn(resource), Context(graph, resource, "Resource"));

    /// <summary>The requests that remove it.</summary>
    public IEnumerable<IamRequest> Deleting(StackGraph graph, GraphResource resource) => Requests(Delete, Arn(resource), Context(graph, resource, "Resource"));

    /// <summary>The requests that hand its roles to services.</summary>
    public IEnumerable<IamRequest> Handing(GraphResource resource) =>
        from hand in Hands
        where resource.Text(hand.Input) is not null
        select new IamRequest("iam:PassRole", resource.Text(hand.Input)!).With([("iam:PassedToService", hand.Service)]);

    // A resource that is being made is asked for by the tags of the request; one that is there, by its own.
    private static IEnumerable<(string Key, string Value)> Context(StackGraph graph, GraphResource resource, string tags)
    {
        var own = resource.At("tags") is IReadOnlyDictionary<string, object> given ? given : new Dictionary<string, object>();
        foreach (var tag in new[] { "project", "stack" })
        {
            yield return ($"aws:{tags}Tag/{tag}", own.GetValueOrDefault(tag) as string ?? Inherited(resource, tag));
        }

        var role = resource.Type == "aws:iam/role:Role" ? resource : graph.OfType("iam/role:Role").SingleOrDefault(role => role.Text("name") == resource.Text("role"));
        if (role?.Text("permissionsBoundary") is { } boundary)
        {
            yield return ("iam:PermissionsBoundary", boundary);
        }
    }

    // Parts have no tags: those of what they are parts of count, and these are tested where they are set.
    private static string Inherited(GraphResource resource, string tag) => tag == "project" ? "recommender" : resource.Urn.Split("::")[0].Split(':')[^1];

    private IEnumerable<IamRequest> Requests(string words, string arn, IEnumerable<(string Key, string Value)> context) =>
        words.Split(' ', StringSplitOptions.RemoveEmptyEntries).Select(word => new IamRequest(word.Contains(':', StringComparison.Ordinal) ? word : $"{Service}:{word}", arn).With(context));
}
