using System.Globalization;
using System.Text;
using System.Text.Json.Nodes;
using Recommender.Lake.Errors;

namespace Recommender.Pipeline.Cloud.Machines;

/// <summary>
/// Payload templates and intrinsic functions as far as the parameters of jobs use them: texts, numbers, paths, and
/// <c>States.Array</c>, <c>States.Format</c> and <c>States.ArrayRange</c>.
/// </summary>
internal sealed class AslExpression
{
    private readonly string _text;
    private readonly Func<string, JsonNode> _paths;
    private int _at;

    private AslExpression(string text, Func<string, JsonNode> paths) => (_text, _paths) = (text, paths);

    /// <summary>Fills a template: a field whose name ends in <c>.$</c> is an expression, all else is as it stands.</summary>
    /// <param name="template">The template.</param>
    /// <param name="paths">What a path leads to.</param>
    /// <exception cref="EnvironmentException">An expression is not of those known here.</exception>
    public static JsonObject Fill(JsonObject template, Func<string, JsonNode> paths)
    {
        var filled = new JsonObject();
        foreach (var (name, value) in template)
        {
            var expression = name.EndsWith(".$", StringComparison.Ordinal);
            filled[expression ? name[..^2] : name] = expression ? Evaluate(value!.GetValue<string>(), paths) : Copy(value, paths);
        }

        return filled;
    }

    /// <summary>What an expression gives.</summary>
    public static JsonNode Evaluate(string text, Func<string, JsonNode> paths)
    {
        var expression = new AslExpression(text, paths);
        var value = expression.Value();
        return expression._at == text.Length ? value : throw expression.Unknown();
    }

    private static JsonNode? Copy(JsonNode? value, Func<string, JsonNode> paths) => value switch
    {
        JsonObject nested => Fill(nested, paths),
        JsonArray items => new JsonArray([.. items.Select(item => Copy(item, paths))]),
        _ => value?.DeepClone(),
    };

    /// <param name="template">Whether a text is the template of a Format, where {} is a place and \{ a brace.</param>
    private JsonNode Value(bool template = false)
    {
        SkipSpaces();
        if (_at == _text.Length)
        {
            throw Unknown();
        }

        if (_text[_at] == '\'')
        {
            return Quoted(template);
        }

        var start = _at;
        while (_at < _text.Length && _text[_at] is not (',' or ')' or '('))
        {
            _at++;
        }

        var word = _text[start.._at].Trim();
        return _at < _text.Length && _text[_at] == '(' ? Call(word)
            : word.StartsWith('$') ? _paths(word).DeepClone()
            : int.TryParse(word, NumberStyles.AllowLeadingSign, CultureInfo.InvariantCulture, out var number) ? number
            : throw Unknown();
    }

    private string Quoted(bool template)
    {
        var text = new StringBuilder();
        for (_at++; _at < _text.Length && _text[_at] != '\''; _at++)
        {
            if (_text[_at] == '\\' && _at + 1 < _text.Length && !(template && _text[_at + 1] is '{' or '}'))
            {
                _at++;
            }

            text.Append(_text[_at]);
        }

        if (_at++ >= _text.Length)
        {
            throw Unknown();
        }

        SkipSpaces();
        return text.ToString();
    }

    private JsonNode Call(string function)
    {
        var arguments = new List<JsonNode>();
        do
        {
            _at++;
            arguments.Add(Value(template: function == "States.Format" && arguments.Count == 0));
        }
        while (_at < _text.Length && _text[_at] == ',');
        if (_at >= _text.Length || _text[_at++] != ')')
        {
            throw Unknown();
        }

        SkipSpaces();
        return function switch
        {
            "States.Array" => new JsonArray([.. arguments.Select(argument => argument.DeepClone())]),
            "States.Format" => Format(arguments),
            "States.ArrayRange" => new JsonArray([.. Range(arguments.ConvertAll(argument => argument.GetValue<int>()))]),
            _ => throw Unknown(),
        };
    }

    private static string Format(List<JsonNode> arguments)
    {
        string[] parts = [.. arguments[0].GetValue<string>().Split("{}").Select(part => part.Replace(@"\{", "{", StringComparison.Ordinal).Replace(@"\}", "}", StringComparison.Ordinal))];
        return string.Concat(parts.Select((part, number) => part + (number + 1 < parts.Length ? arguments[number + 1].ToString() : "")));
    }

    private static IEnumerable<JsonNode> Range(List<int> bounds)
    {
        for (var number = bounds[0]; number <= bounds[1]; number += bounds[2])
        {
            yield return number;
        }
    }

    private void SkipSpaces()
    {
        while (_at < _text.Length && _text[_at] == ' ')
        {
            _at++;
        }
    }

    private EnvironmentException Unknown() =>
        new($"the state machine has the expression {_text}, which this program does not know: use the version that the stack was deployed with");
}
