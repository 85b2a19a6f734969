namespace Pulumi;

/// <summary>A property of a resource's arguments: a plain value, or the output of another resource.</summary>
public class Input<T> : IInput
{
    private protected Output<T> _value;

    private protected Input(Output<T> value) => _value = value ?? throw new ArgumentNullException(nameof(value));

    /// <summary>An input with a known value.</summary>
    public static implicit operator Input<T>(T value) => Output.Create(value);

    /// <summary>An input with the value of an output.</summary>
    public static implicit operator Input<T>(Output<T> value) => new(value);

    /// <summary>The input as an output.</summary>
    public static implicit operator Output<T>(Input<T> input) => input._value;

    IOutput IInput.ToOutput() => _value;
}
