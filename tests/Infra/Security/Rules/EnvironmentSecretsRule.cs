using System.Text.RegularExpressions;
using Recommender.Infra.Tests.Harness;

namespace Recommender.Infra.Tests.Security.Rules;

/// <summary>Secrets come from Secrets Manager; the plain environment of a container, which anyone who may describe tasks can read, has none.</summary>
internal sealed partial class EnvironmentSecretsRule() : ResourceRule("ecs/taskDefinition:TaskDefinition", "ecs_task_definitions_no_environment_secrets")
{
    /// <inheritdoc/>
    protected override IEnumerable<(string, bool, string)> Requirements(StackGraph graph, GraphResource resource)
    {
        const string Id = "ecs_task_definitions_no_environment_secrets";
        foreach (var container in TaskDefinitions.Containers(resource))
        {
            foreach (var variable in GraphValue.List(GraphValue.At(container, "environment")))
            {
                var (name, value) = ((string)GraphValue.At(variable, "name")!, GraphValue.At(variable, "value") as string ?? "");
                // The ARN of a secret is no secret.
                var kept = !SecretValue().IsMatch(value) && (!SecretName().IsMatch(name) || IsSecretArn(value));
                yield return (Id, kept, $"{TaskDefinitions.Name(container)} has {name} in plain text");
            }

            foreach (var secret in GraphValue.List(GraphValue.At(container, "secrets")))
            {
                yield return (Id, IsSecretArn(GraphValue.At(secret, "valueFrom") as string), $"{TaskDefinitions.Name(container)} takes {GraphValue.At(secret, "name")} from elsewhere than Secrets Manager");
            }
        }
    }

    private static bool IsSecretArn(string? text) => text?.StartsWith("arn:aws:secretsmanager:", StringComparison.Ordinal) == true;

    [GeneratedRegex("PASSWORD|PASSWD|SECRET|TOKEN|CREDENTIAL|API_?KEY|ACCESS_?KEY|PRIVATE_?KEY|CONNECTION_?STRING", RegexOptions.IgnoreCase)]
    private static partial Regex SecretName();

    // An access key id, a password in a connection string, one in a URL, a private key.
    [GeneratedRegex("(AKIA|ASIA)[0-9A-Z]{16}|(password|pwd)\\s*=|://[^/\\s:]+:[^@\\s]+@|-----BEGIN", RegexOptions.IgnoreCase)]
    private static partial Regex SecretValue();
}
