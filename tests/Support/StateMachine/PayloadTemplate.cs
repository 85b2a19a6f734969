using System.Text.Json.Nodes;

namespace Recommender.Tests.StateMachine;

/// <summary>Parameters, ResultSelector and ItemSelector: a document in which the value of a field <c>NAME.$</c> is an expression.</summary>
/// <param name="functions">The intrinsic functions.</param>
public sealed class PayloadTemplate(IntrinsicFunctions functions)
{
    private const string Suffix = ".$";

    /// <summary>Checks a template without data.</summary>
    /// <exception cref="AslRuleException">An expression is wrong, or two fields have one name.</exception>
    public static void Check(JsonNode? template)
    {
        switch (template)
        {
            case JsonObject fields:
                foreach (var (name, value) in fields)
                {
                    if (!name.EndsWith(Suffix, StringComparison.Ordinal))
                    {
                        Check(value);
                    }
                    else if (fields.ContainsKey(name[..^Suffix.Length]))
                    {
                        throw new AslRuleException($"both '{name}' and '{name[..^Suffix.Length]}' are there");
                    }
                    else
                    {
                        Intrinsic.Parse(value is JsonValue text && text.TryGetValue<string>(out var expression) ? expression : throw new AslRuleException($"'{name}' is no text"));
                    }
                }

                break;
            case JsonArray items:
                foreach (var item in items)
                {
                    Check(item);
                }

                break;
        }
    }

    /// <summary>Fills a template.</summary>
    /// <param name="template">The template.</param>
    /// <param name="input">What paths lead into.</param>
    /// <param name="context">What paths with two $ lead into.</param>
    /// <exception cref="AslStateException">A path leads nowhere, or a function fails.</exception>
    public JsonNode? Fill(JsonNode? template, JsonNode? input, JsonObject context)
    {
        switch (template)
        {
            case JsonObject fields:
                var filled = new JsonObject();
                foreach (var (name, value) in fields)
                {
                    var isExpression = name.EndsWith(Suffix, StringComparison.Ordinal);
                    filled.Add(
                        isExpression ? name[..^Suffix.Length] : name,
                        isExpression ? Evaluate(Intrinsic.Parse(value!.GetValue<string>()), input, context) : Fill(value, input, context));
                }

                return filled;
            case JsonArray items:
                return new JsonArray([.. items.Select(item => Fill(item, input, context))]);
            default:
                return template?.DeepClone();
        }
    }

    private JsonNode? Evaluate(Intrinsic expression, JsonNode? input, JsonObject context)
    {
        switch (expression)
        {
            case Intrinsic.Literal literal:
                return literal.Value?.DeepClone();
            case Intrinsic.Call call:
                return functions.Call(call.Function, [.. call.Arguments.Select(argument => Evaluate(argument, input, context))]);
            default:
                var path = ((Intrinsic.Reference)expression).Path;
                var value = path.IsContext ? path.Read(context, out var found) : path.Read(input, out found);
                return found ? value : throw new AslStateException("States.ParameterPathFailure", $"'{path.Text}' leads nowhere in {IntrinsicFunctions.Text(path.IsContext ? context : input)}");
        }
    }
}
