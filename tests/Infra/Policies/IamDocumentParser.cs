using System.Text.Json;
using System.Text.RegularExpressions;

namespace Recommender.Infra.Tests.Policies;

/// <summary>Reads policy documents strictly (IAM user guide, "Grammar of the IAM JSON policy language").</summary>
internal static partial class IamDocumentParser
{
    private static readonly string[] _members = ["Sid", "Effect", "Principal", "Action", "Resource", "Condition"];

    /// <summary>Reads a document.</summary>
    /// <exception cref="FormatException">It is none, or has parts that the tests do not know.</exception>
    public static IamDocument Parse(string json)
    {
        try
        {
            using var document = JsonDocument.Parse(json);
            var root = document.RootElement;
            Require(root.ValueKind == JsonValueKind.Object, "a policy is an object");
            var strange = root.EnumerateObject().Select(member => member.Name).Except(["Version", "Id", "Statement"]).FirstOrDefault();
            Require(strange is null, $"a policy has no {strange}");
            Require(root.TryGetProperty("Version", out var version) && version.GetString() == "2012-10-17", "Version must be 2012-10-17");
            Require(root.TryGetProperty("Statement", out var statements), "Statement is missing");
            var all = statements.ValueKind == JsonValueKind.Array ? statements.EnumerateArray().Select(Statement).ToList() : [Statement(statements)];
            Require(all.Count > 0, "a policy has one statement at least");
            var twice = all.Where(statement => statement.Sid.Length > 0).GroupBy(statement => statement.Sid).FirstOrDefault(group => group.Count() > 1);
            Require(twice is null, $"Sid {twice?.Key} is there twice");
            return new(all);
        }
        catch (Exception fault) when (fault is FormatException or JsonException or InvalidOperationException)
        {
            throw new FormatException($"{fault.Message}, in: {json}", fault);
        }
    }

    private static IamStatement Statement(JsonElement json)
    {
        Require(json.ValueKind == JsonValueKind.Object, "a statement is an object");
        // NotAction, NotResource and NotPrincipal grant what nobody listed: this platform does without, and so do the tests.
        var strange = json.EnumerateObject().Select(member => member.Name).Except(_members).FirstOrDefault();
        Require(strange is null, $"a statement with {strange} is not known to the tests");
        var sid = json.TryGetProperty("Sid", out var given) ? given.GetString()! : "";
        Require(SidText().IsMatch(sid), $"Sid '{sid}' must be letters and digits");
        Require(json.TryGetProperty("Effect", out var effect) && effect.GetString() is "Allow" or "Deny", $"Effect of {sid} must be Allow or Deny");
        var actions = Texts(json, "Action");
        Require(actions.Count > 0, $"Action of {sid} is missing");
        var wrong = actions.FirstOrDefault(action => !ActionText().IsMatch(action));
        Require(wrong is null, $"'{wrong}' is no action");
        var resources = Texts(json, "Resource");
        var noArn = resources.FirstOrDefault(resource => resource != "*" && !ArnPattern.IsArn(resource));
        Require(noArn is null, $"'{noArn}' is no ARN");
        var conditions = Conditions(json).ToList();
        var fault = conditions.Select(condition => condition.Fault).FirstOrDefault(text => text is not null);
        Require(fault is null, fault ?? "");
        return new(sid, effect.GetString() == "Allow", actions, resources, [.. Principals(json)], conditions);
    }

    private static IEnumerable<IamPrincipal> Principals(JsonElement statement)
    {
        if (!statement.TryGetProperty("Principal", out var principal))
        {
            yield break;
        }

        if (principal.ValueKind == JsonValueKind.String)
        {
            Require(principal.GetString() == "*", $"Principal {principal} must be * or an object");
            yield return new("*", "*");
            yield break;
        }

        foreach (var kind in principal.EnumerateObject())
        {
            Require(kind.Name is "AWS" or "Service" or "Federated", $"principals of kind {kind.Name} are not known to the tests");
            foreach (var name in Texts(principal, kind.Name))
            {
                yield return new(kind.Name, name);
            }
        }
    }

    private static IEnumerable<IamCondition> Conditions(JsonElement statement) =>
        !statement.TryGetProperty("Condition", out var conditions)
            ? []
            : from test in conditions.EnumerateObject()
              from key in test.Value.EnumerateObject()
              select new IamCondition(test.Name, key.Name, Texts(test.Value, key.Name));

    private static List<string> Texts(JsonElement json, string name)
    {
        if (!json.TryGetProperty(name, out var value))
        {
            return [];
        }

        var texts = (value.ValueKind == JsonValueKind.Array ? value.EnumerateArray() : Enumerable.Repeat(value, 1)).ToList();
        Require(texts.Count > 0, $"{name} is empty");
        Require(texts.All(text => text.ValueKind is JsonValueKind.String), $"{name} must be text");
        return [.. texts.Select(text => text.GetString()!)];
    }

    private static void Require(bool holds, string message)
    {
        if (!holds)
        {
            throw new FormatException(message);
        }
    }

    [GeneratedRegex("^[A-Za-z0-9]*$")]
    private static partial Regex SidText();

    [GeneratedRegex(@"^(\*|[a-z0-9-]+:[A-Za-z0-9*?]+)$")]
    private static partial Regex ActionText();
}
