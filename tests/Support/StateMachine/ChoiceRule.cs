using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;

namespace Recommender.Tests.StateMachine;

/// <summary>A condition of a Choice state.</summary>
public static class ChoiceRule
{
    private static readonly HashSet<string> _comparisons = ["IsPresent", "IsString", "NumericEquals", "NumericLessThan", "StringEquals", "StringEqualsPath", "StringMatches"];

    /// <summary>Checks a condition without data.</summary>
    /// <param name="rule">The condition.</param>
    /// <param name="isTop">Whether it stands in Choices, where it has a Next; within another it has none.</param>
    /// <exception cref="AslRuleException">It breaks a rule, or is of a kind that is not known here.</exception>
    public static void Check(JsonObject rule, bool isTop)
    {
        var fields = rule.Select(field => field.Key).Where(field => field != "Comment" && !(isTop && field == "Next")).ToList();
        if (isTop && rule["Next"] is null)
        {
            throw new AslRuleException($"a choice leads nowhere: {rule.ToJsonString()}");
        }

        switch (fields)
        {
            case ["And" or "Or"]:
                if (rule[fields[0]] is not JsonArray { Count: > 0 } parts)
                {
                    throw new AslRuleException($"'{fields[0]}' wants conditions");
                }

                foreach (var part in parts)
                {
                    Check(part as JsonObject ?? throw new AslRuleException("a condition is no object"), isTop: false);
                }

                break;
            case ["Not"]:
                Check(rule["Not"] as JsonObject ?? throw new AslRuleException("'Not' wants a condition"), isTop: false);
                break;
            case [var one, var other] when (one, other) is ("Variable", _) or (_, "Variable"):
                var comparison = one == "Variable" ? other : one;
                if (!_comparisons.Contains(comparison))
                {
                    throw new AslRuleException($"'{comparison}' is no comparison that the interpreter knows");
                }

                if (!JsonPath.Parse(rule["Variable"]!.GetValue<string>()).IsDefinite)
                {
                    throw new AslRuleException($"'{rule["Variable"]}' may lead to many places");
                }

                var kind = rule[comparison]!.GetValueKind();
                if (comparison.StartsWith("Is", StringComparison.Ordinal) ? kind is not (JsonValueKind.True or JsonValueKind.False)
                    : comparison.StartsWith("Numeric", StringComparison.Ordinal) ? kind != JsonValueKind.Number
                    : kind != JsonValueKind.String)
                {
                    throw new AslRuleException($"'{comparison}' cannot be {rule[comparison]!.ToJsonString()}");
                }

                break;
            default:
                throw new AslRuleException($"a condition has the fields {string.Join(", ", fields)}");
        }
    }

    /// <summary>Whether a condition holds.</summary>
    /// <exception cref="AslStateException">Its variable is not there.</exception>
    public static bool Holds(JsonObject rule, JsonNode? input, JsonObject context)
    {
        if (rule["And"] is JsonArray all)
        {
            return all.All(part => Holds(part!.AsObject(), input, context));
        }

        if (rule["Or"] is JsonArray any)
        {
            return any.Any(part => Holds(part!.AsObject(), input, context));
        }

        if (rule["Not"] is JsonObject not)
        {
            return !Holds(not, input, context);
        }

        var path = JsonPath.Parse(rule["Variable"]!.GetValue<string>());
        var value = path.Read(path.IsContext ? context : input, out var found);
        var (comparison, wanted) = rule.Where(field => field.Key is not ("Variable" or "Next" or "Comment")).Select(field => (field.Key, field.Value!)).Single();
        if (comparison == "IsPresent")
        {
            return found == wanted.GetValue<bool>();
        }

        if (!found)
        {
            throw new AslStateException("States.Runtime", $"'{path.Text}' of a choice leads nowhere in {IntrinsicFunctions.Text(input)}");
        }

        var text = value is JsonValue scalar && scalar.TryGetValue<string>(out var one) ? one : null;
        var number = value?.GetValueKind() == JsonValueKind.Number ? double.Parse(value.ToJsonString(), System.Globalization.CultureInfo.InvariantCulture) : (double?)null;
        return comparison switch
        {
            "IsString" => (text is not null) == wanted.GetValue<bool>(),
            "StringEquals" => text == wanted.GetValue<string>(),
            "StringEqualsPath" => text is not null && text == TextAt(wanted.GetValue<string>(), input, context),
            "StringMatches" => text is not null && Matches(text, wanted.GetValue<string>()),
            "NumericEquals" => number == wanted.GetValue<double>(),
            _ => number < wanted.GetValue<double>(),
        };
    }

    /// <exception cref="AslStateException">There is no text.</exception>
    private static string TextAt(string where, JsonNode? input, JsonObject context)
    {
        var path = JsonPath.Parse(where);
        return path.Read(path.IsContext ? context : input, out var found) is JsonValue value && found && value.TryGetValue<string>(out var text)
            ? text
            : throw new AslStateException("States.Runtime", $"'{where}' of a choice leads to no text in {IntrinsicFunctions.Text(input)}");
    }

    /// <summary>A star stands for any text, a backslash takes the meaning from what follows.</summary>
    private static bool Matches(string text, string pattern)
    {
        var expression = Regex.Replace(pattern, @"\\(.)|(\*)|([^*\\]+)", match =>
            match.Groups[2].Success ? ".*" : Regex.Escape(match.Groups[1].Success ? match.Groups[1].Value : match.Groups[3].Value));
        return Regex.IsMatch(text, $@"\A{expression}\z", RegexOptions.Singleline);
    }
}
