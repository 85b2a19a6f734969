using System.Collections.Immutable;
using System.Globalization;
using System.Text;

namespace Pulumi.Serialization;

/// <summary>
/// Writes an encoded property as JSON, spaced as protocol buffers write it: providers compare these texts.
/// </summary>
internal static class JsonText
{
    /// <summary>The JSON of an argument, once it is known.</summary>
    public static Output<string> Of(string path, object value)
    {
        var output = value is IInput input ? input.ToOutput() : Output.Create(value);
        return new Output<string>(WriteAsync());

        async Task<OutputData<string>> WriteAsync()
        {
            var data = await output.GetDataAsync().ConfigureAwait(false);
            if (!data.IsKnown)
            {
                return data.Replace<string>(null!);
            }

            var encoded = await new PropertyEncoder(keepResources: false).EncodeAsync(path, data.Value).ConfigureAwait(false);
            return data.Replace(Format(encoded));
        }
    }

    /// <summary>The JSON of an encoded property.</summary>
    public static string Format(object? value)
        => value switch
        {
            null => "null",
            bool flag => flag ? "true" : "false",
            double number when !double.IsFinite(number) => Quote(number.ToString(CultureInfo.InvariantCulture)),
            double number => number.ToString("r", CultureInfo.InvariantCulture),
            string text => Quote(text),
            ImmutableArray<object?> list => Bracket('[', list.Select(Format), ']'),
            ImmutableDictionary<string, object?> map => Bracket(
                '{', map.OrderBy(pair => pair.Key, StringComparer.Ordinal).Select(pair => $"{Quote(pair.Key)}: {Format(pair.Value)}"), '}'),
            _ => throw new InvalidOperationException($"Unsupported value when writing JSON: {value.GetType().FullName}"),
        };

    private static string Bracket(char open, IEnumerable<string> items, char close)
    {
        var inner = string.Join(", ", items);
        return inner.Length == 0 ? $"{open} {close}" : $"{open} {inner} {close}";
    }

    private static string Quote(string text)
    {
        var quoted = new StringBuilder("\"");
        foreach (var c in text)
        {
            quoted.Append(c switch
            {
                '"' => "\\\"",
                '\\' => "\\\\",
                '\b' => "\\b",
                '\f' => "\\f",
                '\n' => "\\n",
                '\r' => "\\r",
                '\t' => "\\t",
                < ' ' or '<' or '>' or (>= '\x7f' and < '\xa0') => $"\\u{(int)c:x4}",
                _ => c.ToString(),
            });
        }

        return quoted.Append('"').ToString();
    }
}
