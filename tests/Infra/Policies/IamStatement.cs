namespace Recommender.Infra.Tests.Policies;

/// <summary>One statement of a policy document.</summary>
/// <param name="Sid">What it is for; empty for none.</param>
/// <param name="Allows">Whether it allows; else it denies.</param>
/// <param name="Actions">Actions, with wildcards.</param>
/// <param name="Resources">ARNs, with wildcards; none in a trust policy, which is about its own role.</param>
/// <param name="Principals">Whom it is about; none in a policy of a role.</param>
/// <param name="Conditions">All of these must hold.</param>
internal sealed record IamStatement(
    string Sid, bool Allows, IReadOnlyList<string> Actions, IReadOnlyList<string> Resources, IReadOnlyList<IamPrincipal> Principals, IReadOnlyList<IamCondition> Conditions)
{
    /// <summary>Whether the statement is about a request. Services and verbs do not mind case in IAM.</summary>
    public bool Covers(IamRequest request) =>
        Actions.Any(action => Wildcard.Fits(action.ToUpperInvariant(), request.Action.ToUpperInvariant()))
        && (Resources.Count == 0 || Resources.Any(resource => ArnPattern.Fits(resource, request.Resource)))
        && (Principals.Count == 0 || (request.Principal is { } asking && Principals.Any(principal => principal.Covers(asking))))
        && Conditions.All(condition => condition.Holds(request));
}
