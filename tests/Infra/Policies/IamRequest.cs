namespace Recommender.Infra.Tests.Policies;

/// <summary>What somebody wants to do.</summary>
/// <param name="Action">Such as <c>s3:GetObject</c>.</param>
/// <param name="Resource">The ARN it is done to; <c>*</c> where the action knows no resource.</param>
internal sealed record IamRequest(string Action, string Resource)
{
    /// <summary>Who asks, as resource policies see it; null where only policies of a role are asked.</summary>
    public IamPrincipal? Principal { get; init; }

    /// <summary>Condition keys and their values; the names of keys do not mind case.</summary>
    public IReadOnlyDictionary<string, IReadOnlyList<string>> Context { get; init; } = new Dictionary<string, IReadOnlyList<string>>();

    /// <summary>The same with condition keys, one value each.</summary>
    public IamRequest With(params IEnumerable<(string Key, string Value)> keys) => this with
    {
        Context = keys.GroupBy(key => key.Key, StringComparer.OrdinalIgnoreCase)
            .ToDictionary(group => group.Key, group => (IReadOnlyList<string>)[.. group.Select(key => key.Value)], StringComparer.OrdinalIgnoreCase),
    };
}
