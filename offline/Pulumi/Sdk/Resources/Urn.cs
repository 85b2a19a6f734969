namespace Pulumi;

/// <summary>A resource's name within a stack: <c>urn:pulumi:stack::project::parentType$type::name</c>.</summary>
public readonly struct Urn : IEquatable<Urn>
{
    private readonly string _value;

    /// <summary>The URN in a text.</summary>
    /// <exception cref="ArgumentException">The text is empty.</exception>
    public Urn(string value)
        => _value = string.IsNullOrEmpty(value)
            ? throw new ArgumentException("URN cannot be null or empty.", nameof(value))
            : value;

    /// <summary>The URN's text.</summary>
    public static implicit operator string(Urn value) => value._value;

    /// <summary>Whether both are the same URN.</summary>
    public static bool operator ==(Urn left, Urn right) => left.Equals(right);

    /// <summary>Whether the URNs differ.</summary>
    public static bool operator !=(Urn left, Urn right) => !left.Equals(right);

    /// <summary>The URN of a resource, under a parent or in a project's stack (the present ones where null).</summary>
    /// <exception cref="ArgumentException">Both a parent and a parent's URN are given.</exception>
    public static Output<string> Create(
        Input<string> name,
        Input<string> type,
        Resource? parent = null,
        Input<string>? parentUrn = null,
        Input<string>? project = null,
        Input<string>? stack = null)
    {
        if (parent is not null && parentUrn is not null)
        {
            throw new ArgumentException("Only one of 'parent' and 'parentUrn' can be non-null.");
        }

        var above = parent is null ? parentUrn?.ToOutput() : parent.Urn;
        var prefix = above?.Apply(urn => urn[..urn.LastIndexOf("::", StringComparison.Ordinal)] + "$")
            ?? Output.Format($"urn:pulumi:{stack ?? Deployment.Instance.StackName}::{project ?? Deployment.Instance.ProjectName}::");
        return Output.Format($"{prefix}{type}::{name}");
    }

    /// <inheritdoc/>
    public override string ToString() => _value;

    /// <inheritdoc/>
    public bool Equals(Urn other) => string.Equals(_value, other._value, StringComparison.Ordinal);

    /// <inheritdoc/>
    public override bool Equals(object? obj) => obj is Urn other && Equals(other);

    /// <inheritdoc/>
    public override int GetHashCode() => _value.GetHashCode(StringComparison.Ordinal);

    /// <summary>The resource's name in a URN.</summary>
    internal static string Name(string urn) => urn.Split("::")[3];

    /// <summary>The resource's own type in a URN.</summary>
    internal static string Type(string urn) => urn.Split("::")[2].Split('$')[^1];
}
