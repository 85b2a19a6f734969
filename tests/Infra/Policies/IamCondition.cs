namespace Recommender.Infra.Tests.Policies;

/// <summary>One key of a statement's condition (IAM user guide, "IAM JSON policy elements: Condition operators").</summary>
/// <param name="Operator">Such as <c>StringEquals</c>, with its prefix and suffix: <c>ForAnyValue:StringLikeIfExists</c>.</param>
/// <param name="Key">Such as <c>aws:SourceAccount</c>.</param>
/// <param name="Values">One of them must match; none of them, where the operator negates.</param>
internal sealed record IamCondition(string Operator, string Key, IReadOnlyList<string> Values)
{
    private const string IfExists = "IfExists";
    private const string ForAny = "ForAnyValue:";
    private const string ForAll = "ForAllValues:";

    /// <summary>Operator without prefix and suffix.</summary>
    public string Name => Operator.Replace(ForAny, "", StringComparison.Ordinal).Replace(ForAll, "", StringComparison.Ordinal) is var bare && bare.EndsWith(IfExists, StringComparison.Ordinal) ? bare[..^IfExists.Length] : bare;

    /// <summary>Why tests cannot judge this condition, or null where they can.</summary>
    public string? Fault =>
        !IamOperators.Known.Contains(Name) ? $"condition operator {Operator} is not known to the tests"
        : Values.Any(value => value.Contains("${", StringComparison.Ordinal)) ? $"policy variable in {Key} is not known to the tests"
        : Name is "Bool" or "Null" && Values.Any(value => value is not ("true" or "false")) ? $"{Operator} of {Key} must be \"true\" or \"false\""
        : Name is "ArnLike" or "ArnEquals" or "ArnNotLike" or "ArnNotEquals" && Values.Any(value => !ArnPattern.IsArn(value)) ? $"{Operator} of {Key} must name ARNs"
        : null;

    /// <summary>Whether it holds for a request.</summary>
    public bool Holds(IamRequest request)
    {
        var given = request.Context.FirstOrDefault(pair => string.Equals(pair.Key, Key, StringComparison.OrdinalIgnoreCase)).Value;
        if (Name == "Null")
        {
            return Values.Contains(given is null ? "true" : "false");
        }

        if (given is null)
        {
            // A key that the request lacks matches nothing: so negations hold, and so do the two forms made for it.
            return IamOperators.Negates(Name) || Operator.EndsWith(IfExists, StringComparison.Ordinal) || Operator.StartsWith(ForAll, StringComparison.Ordinal);
        }

        if (given.Count > 1 && !Operator.StartsWith("For", StringComparison.Ordinal))
        {
            throw new NotSupportedException($"{Key} has {given.Count} values: {Operator} compares one, write ForAnyValue or ForAllValues");
        }

        return Operator.StartsWith(ForAny, StringComparison.Ordinal) ? given.Any(Matches) : given.All(Matches);
    }

    private bool Matches(string given) => IamOperators.Negates(Name) ? Values.All(value => IamOperators.Match(Name, value, given)) : Values.Any(value => IamOperators.Match(Name, value, given));
}
