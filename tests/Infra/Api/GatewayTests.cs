using System.Text.Json.Nodes;
using Recommender.Infra.Tests.Compute;
using Recommender.Infra.Tests.Harness;

namespace Recommender.Infra.Tests.Api;

public sealed class GatewayTests
{
    private const string Route = "apigatewayv2/route:Route";

    [Fact]
    public async Task Every_route_is_named_and_wants_a_token()
    {
        var graph = await TaskStack.OfAsync("prod");
        var authorizer = graph.Only("apigatewayv2/authorizer:Authorizer");
        var integration = graph.Only("apigatewayv2/integration:Integration");

        Assert.Equal(
            ["GET /v1/health", "GET /v1/products/{product}/similar", "GET /v1/users/{user}/recommendations", "POST /v1/recommendations"],
            graph.OfType(Route).Select(route => route.Text("routeKey")!).Order(StringComparer.Ordinal));
        Assert.All(graph.OfType(Route), route =>
        {
            Assert.Equal("JWT", route.Text("authorizationType"));
            Assert.Equal(authorizer.Id, route.Text("authorizerId"));
            Assert.Equal($"integrations/{integration.Id}", route.Text("target"));
        });
    }

    [Fact]
    public async Task Tokens_are_those_of_the_issuer_for_this_audience()
    {
        var graph = await TaskStack.WithAsync("uat", ("serving.jwtIssuer", "https://id.example.org/shop"), ("serving.jwtAudience", "shop-api"));
        var authorizer = graph.Only("apigatewayv2/authorizer:Authorizer");

        Assert.Equal("JWT", authorizer.Text("authorizerType"));
        Assert.Equal("https://id.example.org/shop", authorizer.Text("jwtConfiguration.issuer"));
        Assert.Equal(["shop-api"], authorizer.List("jwtConfiguration.audiences"));
        Assert.Equal(["$request.header.Authorization"], authorizer.List("identitySources"));
    }

    [Fact]
    public async Task Requests_come_in_by_the_link_to_the_listener()
    {
        var graph = await TaskStack.OfAsync("uat");
        var integration = graph.Only("apigatewayv2/integration:Integration");

        Assert.Equal("HTTP_PROXY", integration.Text("integrationType"));
        Assert.Equal("VPC_LINK", integration.Text("connectionType"));
        Assert.Equal(graph.Only("apigatewayv2/vpcLink:VpcLink").Id, integration.Text("connectionId"));
        Assert.Equal(graph.Only("lb/listener:Listener").Arn, integration.Text("integrationUri"));

        // Shorter than the load balancer waits, so that the caller gets an answer and not a broken connection.
        Assert.True(integration.Number("timeoutMilliseconds") < graph.Only("lb/loadBalancer:LoadBalancer").Number("idleTimeout") * 1000);
    }

    [Theory]
    [InlineData("uat", 10, 20)]
    [InlineData("prod", 500, 1000)]
    public async Task Callers_are_throttled_as_a_whole_and_dear_routes_more(string stack, int rate, int burst)
    {
        var graph = await TaskStack.OfAsync(stack);
        var stage = graph.Only("apigatewayv2/stage:Stage");
        var routes = stage.List("routeSettings").ToDictionary(settings => (string)GraphValue.At(settings, "routeKey")!);

        Assert.Equal(rate, stage.Number("defaultRouteSettings.throttlingRateLimit"));
        Assert.Equal(burst, stage.Number("defaultRouteSettings.throttlingBurstLimit"));
        Assert.Null(stage.At("defaultRouteSettings.detailedMetricsEnabled"));
        Assert.All(routes.Values, settings => Assert.Null(GraphValue.At(settings, "detailedMetricsEnabled")));
        Assert.Equal(rate / 2.0, GraphValue.At(routes["POST /v1/recommendations"], "throttlingRateLimit"));
        Assert.Equal(burst / 10.0, GraphValue.At(routes["GET /v1/health"], "throttlingBurstLimit"));

        // Settings of a route that is not there yet are refused.
        Assert.Equal(graph.OfType(Route).Select(route => route.Name).Order(), stage.Options.DependsOn.Order());
        Assert.All(routes.Keys, key => Assert.Contains(graph.OfType(Route), route => route.Text("routeKey") == key));
    }

    [Theory]
    [InlineData("uat", 14)]
    [InlineData("prod", 90)]
    public async Task Every_request_is_logged_as_JSON_without_its_token(string stack, int days)
    {
        var graph = await TaskStack.OfAsync(stack);
        var stage = graph.Only("apigatewayv2/stage:Stage");
        var log = graph.OfType("cloudwatch/logGroup:LogGroup").Single(log => log.Arn == stage.Text("accessLogSettings.destinationArn"));
        var format = JsonNode.Parse(stage.Text("accessLogSettings.format")!)!.AsObject();

        Assert.Equal($"/aws/vendedlogs/apis/recommender-{stack}-api", log.Text("name"));
        Assert.Equal(days, log.Number("retentionInDays"));
        Assert.Equal(graph.Key(), log.Text("kmsKeyId"));
        Assert.All(format, field => Assert.StartsWith("$context.", (string?)field.Value, StringComparison.Ordinal));
        Assert.Equal("$context.status", (string?)format["status"]);
        Assert.DoesNotContain(format, field => ((string?)field.Value)!.Contains("header", StringComparison.OrdinalIgnoreCase));
        Assert.True(stage.Flag("autoDeploy"));
        Assert.Equal("$default", stage.Text("name"));
    }

    [Fact]
    public async Task There_is_no_API_without_an_image_of_serving()
    {
        var graph = await TaskStack.OfAsync("prod-least");
        Assert.DoesNotContain(graph.Resources, resource => resource.Type.StartsWith("aws:apigatewayv2/", StringComparison.Ordinal) || resource.Type == "aws:ecs/service:Service");
    }
}
