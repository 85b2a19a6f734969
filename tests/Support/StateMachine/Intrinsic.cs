using System.Text;
using System.Text.Json.Nodes;

namespace Recommender.Tests.StateMachine;

/// <summary>An expression of a payload template: a path or a call of an intrinsic function.</summary>
public abstract record Intrinsic
{
    /// <summary>A text.</summary>
    public sealed record Literal(JsonNode? Value) : Intrinsic;

    /// <summary>A path.</summary>
    public sealed record Reference(JsonPath Path) : Intrinsic;

    /// <summary>A call.</summary>
    public sealed record Call(string Function, IReadOnlyList<Intrinsic> Arguments) : Intrinsic;

    /// <summary>Reads the value of a field whose name ends with <c>.$</c>.</summary>
    /// <exception cref="AslRuleException">It is neither a path nor a call of a function that is known here.</exception>
    public static Intrinsic Parse(string text)
    {
        if (text.StartsWith('$'))
        {
            return new Reference(JsonPath.Parse(text));
        }

        var position = 0;
        var call = ParseCall(text, ref position, depth: 1);
        return position == text.Length ? call : throw new AslRuleException($"'{text}': something follows the call");
    }

    private static Call ParseCall(string text, ref int position, int depth)
    {
        var open = text.IndexOf('(', position);
        var name = open < 0 ? text[position..] : text[position..open];
        if (open < 0 || !IntrinsicFunctions.Known.Contains(name))
        {
            throw new AslRuleException($"'{text}': '{name}' is no intrinsic function that the interpreter knows");
        }

        if (depth > 10)
        {
            throw new AslRuleException($"'{text}': calls nest more than 10 deep");
        }

        position = open + 1;
        var arguments = new List<Intrinsic>();
        while (true)
        {
            Skip(text, ref position);
            arguments.Add(ParseArgument(text, ref position, depth));
            Skip(text, ref position);
            if (position >= text.Length || text[position] is not (',' or ')'))
            {
                throw new AslRuleException($"'{text}': a comma or a closing parenthesis is missing at {position}");
            }

            if (text[position++] == ')')
            {
                return new Call(name, arguments);
            }
        }
    }

    private static Intrinsic ParseArgument(string text, ref int position, int depth)
    {
        if (position < text.Length && text[position] == '\'')
        {
            return new Literal(ParseText(text, ref position));
        }

        if (string.CompareOrdinal(text, position, "States.", 0, 7) == 0)
        {
            return ParseCall(text, ref position, depth + 1);
        }

        var start = position;
        var inBrackets = 0;
        while (position < text.Length && (inBrackets > 0 || text[position] is not (',' or ')' or ' ')))
        {
            inBrackets += text[position] switch { '[' => 1, ']' => -1, _ => 0 };
            position++;
        }

        var word = text[start..position];
        return word.StartsWith('$') ? new Reference(JsonPath.Parse(word))
            : word is "null" ? new Literal(null)
            : word is "true" or "false" || decimal.TryParse(word, System.Globalization.CultureInfo.InvariantCulture, out _) ? new Literal(JsonNode.Parse(word))
            : throw new AslRuleException($"'{text}': '{word}' is no argument");
    }

    /// <summary>A text keeps the backslashes of braces: they mean something to States.Format only.</summary>
    private static string ParseText(string text, ref int position)
    {
        var value = new StringBuilder();
        for (position++; position < text.Length; position++)
        {
            if (text[position] == '\'')
            {
                position++;
                return value.ToString();
            }

            if (text[position] == '\\')
            {
                position++;
                if (position >= text.Length || text[position] is not ('\'' or '{' or '}' or '\\'))
                {
                    throw new AslRuleException($"'{text}': a backslash stands before something that needs none");
                }

                value.Append(text[position] is '{' or '}' ? IntrinsicFunctions.Escaped(text[position]) : text[position]);
                continue;
            }

            value.Append(text[position]);
        }

        throw new AslRuleException($"'{text}': a quote is missing");
    }

    private static void Skip(string text, ref int position)
    {
        while (position < text.Length && text[position] == ' ')
        {
            position++;
        }
    }
}
