using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using Pulumi;

namespace Recommender.Infra.Policies;

/// <summary>Writes IAM policy documents (IAM user guide, "Grammar of the IAM JSON policy language").</summary>
public static class PolicyDocument
{
    // ARNs and conditions hold &, < and +, which the default encoder would write as \u escapes: hard to read in a diff.
    private static readonly JsonSerializerOptions _readable = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <summary>The document of these statements.</summary>
    public static Output<string> Json(params PolicyStatement[] statements) =>
        Output.All(statements.Select(Resolve)).Apply(nodes =>
            new JsonObject { ["Version"] = "2012-10-17", ["Statement"] = new JsonArray([.. nodes.Select(text => JsonNode.Parse(text))]) }.ToJsonString(_readable));

    private static Output<string> Resolve(PolicyStatement statement)
    {
        // All inputs in one list, in the order in which they are taken out again.
        Input<string>[] inputs =
        [
            .. statement.Principals.SelectMany(principal => principal.Names),
            .. statement.Resources,
            .. statement.Conditions.SelectMany(condition => condition.Values),
        ];
        return Output.All(inputs).Apply(values => Text(statement, new Queue<string>(values)));
    }

    private static string Text(PolicyStatement statement, Queue<string> values)
    {
        var node = new JsonObject { ["Sid"] = statement.Sid, ["Effect"] = statement.Deny ? "Deny" : "Allow" };
        var principals = new JsonObject();
        foreach (var principal in statement.Principals)
        {
            if (principal.Kind == "*")
            {
                node["Principal"] = "*";
            }
            else
            {
                principals[principal.Kind] = Take(values, principal.Names.Count);
            }
        }

        if (principals.Count > 0)
        {
            node["Principal"] = principals;
        }

        node["Action"] = new JsonArray([.. statement.Actions.Select(action => (JsonNode)action)]);
        if (statement.Resources.Count > 0)
        {
            node["Resource"] = Take(values, statement.Resources.Count);
        }

        foreach (var condition in statement.Conditions)
        {
            var conditions = node["Condition"]?.AsObject() ?? [];
            node["Condition"] = conditions;
            var keys = conditions[condition.Operator]?.AsObject() ?? [];
            conditions[condition.Operator] = keys;
            keys[condition.Key] = Take(values, condition.Values.Count);
        }

        return node.ToJsonString(_readable);
    }

    // A single value is written as a text, as AWS itself gives policies back: then a preview shows no difference where there is none.
    private static JsonNode Take(Queue<string> values, int count) =>
        count == 1 ? values.Dequeue() : new JsonArray([.. Enumerable.Range(0, count).Select(_ => (JsonNode)values.Dequeue())]);
}
