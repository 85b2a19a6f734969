namespace Recommender.Pipeline.StateMachine;

/// <summary>A text in a state machine: one that is known now, or an expression that gives it when the state runs.</summary>
internal sealed class AslText
{
    private AslText(string? known, string expression) => (Known, Expression) = (known, expression);

    /// <summary>The text where it is known now; else null.</summary>
    public string? Known { get; }

    /// <summary>The text as an argument of an intrinsic function.</summary>
    public string Expression { get; }

    /// <summary>A text that is known now.</summary>
    public static implicit operator AslText(string text) => new(text, $"'{Escape(text)}'");

    /// <summary>What a path of the state's input or of the context object leads to.</summary>
    public static AslText Path(string path) => new(null, path);

    /// <summary>A whole number, as an argument of a function.</summary>
    public static AslText Number(int number) => new(null, number.ToString(System.Globalization.CultureInfo.InvariantCulture));

    /// <summary>A text with a place <c>{}</c> for each value.</summary>
    public static AslText Format(string template, params IEnumerable<AslText> values) =>
        new(null, $"States.Format('{template.Replace("'", @"\'", StringComparison.Ordinal)}', {string.Join(", ", values.Select(value => value.Expression))})");

    /// <summary>A call of an intrinsic function.</summary>
    public static AslText Call(string function, params IEnumerable<AslText> arguments) =>
        new(null, $"States.{function}({string.Join(", ", arguments.Select(argument => argument.Expression))})");

    /// <summary>Quotes, braces and backslashes mean something in an intrinsic function's text.</summary>
    private static string Escape(string text) => string.Concat(text.Select(letter => letter is '\'' or '{' or '}' or '\\' ? $@"\{letter}" : letter.ToString()));
}
