using Recommender.Infra.Tests.Harness;

namespace Recommender.Infra.Tests.Security.Rules;

/// <summary>No route of an API answers those who do not say who they are.</summary>
internal sealed class ApiRouteRule() : ResourceRule("apigatewayv2/route:Route", "CKV_AWS_309", "CKV2_AWS_70")
{
    /// <inheritdoc/>
    protected override IEnumerable<(string, bool, string)> Requirements(StackGraph graph, GraphResource resource)
    {
        var kind = resource.Text("authorizationType");
        yield return ("CKV_AWS_309", kind is "JWT" or "AWS_IAM" or "CUSTOM", "needs no authorization");
        var authorizer = graph.OfType("apigatewayv2/authorizer:Authorizer").SingleOrDefault(authorizer => authorizer.Id == resource.Text("authorizerId"));
        yield return ("CKV2_AWS_70", kind == "AWS_IAM" || authorizer?.Text("apiId") == resource.Text("apiId"), "has no authorizer of its API");
        if (authorizer?.Text("authorizerType") == "JWT")
        {
            yield return ("CKV2_AWS_70", authorizer.Text("jwtConfiguration.issuer")?.StartsWith("https://", StringComparison.Ordinal) == true && authorizer.List("jwtConfiguration.audiences").Length > 0, "takes tokens of any issuer or for any audience");
        }
    }
}
