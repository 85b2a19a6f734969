using Pulumi;

namespace Recommender.Infra.Tests.Sdk;

/// <summary>An enumeration as the package generator writes them.</summary>
[EnumType]
public readonly struct WidgetMode : IEquatable<WidgetMode>
{
    private readonly string _value;

    private WidgetMode(string value) => _value = value ?? throw new ArgumentNullException(nameof(value));

    public static WidgetMode Fast { get; } = new("FAST");

    public static WidgetMode Slow { get; } = new("SLOW");

    public static explicit operator string(WidgetMode value) => value._value;

    public static bool operator ==(WidgetMode left, WidgetMode right) => left.Equals(right);

    public static bool operator !=(WidgetMode left, WidgetMode right) => !left.Equals(right);

    public bool Equals(WidgetMode other) => string.Equals(_value, other._value, StringComparison.Ordinal);

    public override bool Equals(object? obj) => obj is WidgetMode other && Equals(other);

    public override int GetHashCode() => _value?.GetHashCode(StringComparison.Ordinal) ?? 0;

    public override string ToString() => _value;
}
