namespace Recommender.Infra.Tests.Policies;

/// <summary>One principal of a statement or of a request.</summary>
/// <param name="Kind"><c>AWS</c>, <c>Service</c> or <c>Federated</c>; <c>*</c> for everyone.</param>
/// <param name="Name">An ARN, an account or a service; <c>*</c> for all of the kind.</param>
internal sealed record IamPrincipal(string Kind, string Name)
{
    /// <summary>A service, such as <c>ecs-tasks.amazonaws.com</c>.</summary>
    public static IamPrincipal Service(string name) => new("Service", name);

    /// <summary>An account, user or role by its ARN.</summary>
    public static IamPrincipal Aws(string arn) => new("AWS", arn);

    /// <summary>Whether this is everyone, or everyone of a kind.</summary>
    public bool IsEveryone => Name == "*";

    /// <summary>Whether a statement about this principal is about the one who asks: itself, everyone, or its whole account.</summary>
    public bool Covers(IamPrincipal asking) =>
        Kind == "*"
        || (Kind == asking.Kind && (Name is "*" || Name == asking.Name || (Kind == "AWS" && AccountOf(Name) is { } account && account == AccountOf(asking.Name, anyone: true))));

    // An account stands for all of its roles: written as twelve digits or as the ARN of its root.
    private static string? AccountOf(string name, bool anyone = false) =>
        name.Length == 12 && name.All(char.IsAsciiDigit) ? name
        : name.Split(':') is ["arn", _, "iam" or "sts", "", var account, var rest] && (anyone || rest == "root") ? account
        : null;
}
