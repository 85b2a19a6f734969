namespace Recommender.Infra.Api;

/// <summary>A route of the API.</summary>
/// <param name="Thing">What it is about; part of its logical name.</param>
/// <param name="Key">Method and path.</param>
/// <param name="Share">Its part of the API's limits, 0 to 1: what one route may take of them.</param>
public sealed record GatewayRoute(string Thing, string Key, double Share)
{
    /// <summary>All routes. There is no default route: what is not here is not found, and nothing gets in without a token.</summary>
    public static IReadOnlyList<GatewayRoute> All { get; } =
    [
        new("user", "GET /v1/users/{user}/recommendations", 1),
        new("similar", "GET /v1/products/{product}/similar", 1),

        // Ranks while the caller waits, so it costs more than a look-up.
        new("session", "POST /v1/recommendations", 0.5),

        // A probe now and then.
        new("health", "GET /v1/health", 0.1),
    ];

    /// <summary>The route's limit for a limit of the API; one at least.</summary>
    public int Limit(int whole) => Math.Max(1, (int)(whole * Share));
}
