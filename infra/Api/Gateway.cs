using System.Text.Json;
using Pulumi;
using Recommender.Infra.Components;
using Aws = Pulumi.Aws;

namespace Recommender.Infra.Api;

/// <summary>API Gateway's HTTP API: explicit routes, a token for each, limits, a log of every request, and a link into the network.</summary>
public sealed class Gateway : PlatformComponent
{
    /// <summary>Creates the API.</summary>
    /// <param name="name">Its logical name.</param>
    /// <param name="args">What it is given.</param>
    /// <param name="options">Its resource options.</param>
    public Gateway(string name, GatewayArgs args, ComponentResourceOptions? options = null)
        : base("Gateway", name, args, options)
    {
        var api = new Aws.ApiGatewayV2.Api(Child("api"), new() { Name = Context.Name("api"), ProtocolType = "HTTP", Description = "Recommendations" }, Owned());
        var authorizer = new Aws.ApiGatewayV2.Authorizer(Child("tokens"), new()
        {
            ApiId = api.Id,
            Name = "tokens",
            AuthorizerType = "JWT",
            IdentitySources = { "$request.header.Authorization" },
            JwtConfiguration = new Aws.ApiGatewayV2.Inputs.AuthorizerJwtConfigurationArgs
            {
                Issuer = Context.Settings.Serving.JwtIssuer,
                Audiences = { Context.Settings.Serving.JwtAudience },
            },
        }, Owned());
        var integration = Integration(args, api);
        var routes = GatewayRoute.All.Select(route => new Aws.ApiGatewayV2.Route(Child(route.Thing), new()
        {
            ApiId = api.Id,
            RouteKey = route.Key,
            AuthorizationType = "JWT",
            AuthorizerId = authorizer.Id,
            Target = Output.Format($"integrations/{integration.Id}"),
        }, Owned())).ToArray<Resource>();
        var stage = Stage(args, api, routes);

        Url = api.ApiEndpoint;
        ApiId = api.Id;
        StageName = stage.Name;
        RegisterOutputs();
    }

    /// <summary>Where callers reach it.</summary>
    public Output<string> Url { get; }

    /// <summary>The API's id.</summary>
    public Output<string> ApiId { get; }

    /// <summary>The stage's name.</summary>
    public Output<string> StageName { get; }

    // What a log line tells; the fields' values are API Gateway's context variables. The caller is told by the token's subject alone.
    private static readonly string _logFormat = JsonSerializer.Serialize(new SortedDictionary<string, string>(StringComparer.Ordinal)
    {
        ["requestId"] = "$context.requestId",
        ["time"] = "$context.requestTime",
        ["ip"] = "$context.identity.sourceIp",
        ["caller"] = "$context.authorizer.claims.sub",
        ["route"] = "$context.routeKey",
        ["status"] = "$context.status",
        ["length"] = "$context.responseLength",
        ["latencyMs"] = "$context.responseLatency",
        ["backendMs"] = "$context.integrationLatency",
        ["error"] = "$context.error.message",
        ["authorizerError"] = "$context.authorizer.error",
        ["integrationError"] = "$context.integrationErrorMessage",
    });

    private Aws.ApiGatewayV2.Integration Integration(GatewayArgs args, Aws.ApiGatewayV2.Api api)
    {
        var link = new Aws.ApiGatewayV2.VpcLink(Child("link"), new() { Name = Context.Name("serving"), SubnetIds = args.SubnetIds, SecurityGroupIds = { args.SecurityGroupId } }, Owned());
        return new(Child("balancer"), new()
        {
            ApiId = api.Id,
            IntegrationType = "HTTP_PROXY",
            IntegrationMethod = "ANY",
            IntegrationUri = args.ListenerArn,
            ConnectionType = "VPC_LINK",
            ConnectionId = link.Id,
            PayloadFormatVersion = "1.0",
            TimeoutMilliseconds = 10000,
        }, Owned());
    }

    private Aws.ApiGatewayV2.Stage Stage(GatewayArgs args, Aws.ApiGatewayV2.Api api, Resource[] routes)
    {
        var limits = Context.Settings.Serving;
        // The prefix of delivered logs: their permissions are kept apart from the account's ten resource policies.
        var log = LogGroup("log", $"/aws/vendedlogs/apis/{Context.Name("api")}", args.KeyArn);
        return new(Child("stage"), new()
        {
            ApiId = api.Id,

            // The stage that leaves no trace in paths: tasks see what callers wrote.
            Name = "$default",
            AutoDeploy = true,
            AccessLogSettings = new Aws.ApiGatewayV2.Inputs.StageAccessLogSettingsArgs { DestinationArn = log.Arn, Format = _logFormat },

            // No metrics per route: alarms and the dashboard look at the whole stage, and each would cost as a metric of our own.
            DefaultRouteSettings = new Aws.ApiGatewayV2.Inputs.StageDefaultRouteSettingsArgs
            {
                ThrottlingRateLimit = limits.RequestsPerSecond,
                ThrottlingBurstLimit = limits.Burst,
            },
            RouteSettings = GatewayRoute.All.Where(route => route.Share < 1).Select(route => new Aws.ApiGatewayV2.Inputs.StageRouteSettingArgs
            {
                RouteKey = route.Key,
                ThrottlingRateLimit = route.Limit(limits.RequestsPerSecond),
                ThrottlingBurstLimit = route.Limit(limits.Burst),
            }).ToArray(),
        }, Owned(routes));
    }
}
