using System.Globalization;

namespace Recommender.Ranking.Registry;

/// <summary>What a shop must have before a model is trained: with less, a model would be noise, and nobody could tell.</summary>
internal static class ModelRequirements
{
    /// <summary>Fit users whose next basket is known: 200.</summary>
    public const int FitUsers = 200;

    /// <summary>Test users whose next basket is known: 50.</summary>
    public const int TestUsers = 50;

    /// <summary>Why no model is trained, in a sentence; null where there is enough.</summary>
    /// <param name="fitUsers">Fit users whose next basket is known.</param>
    /// <param name="testUsers">Test users whose next basket is known.</param>
    public static string? Lacking(int fitUsers, int testUsers) =>
        fitUsers < FitUsers ? TooFew(fitUsers, "fit users", FitUsers)
        : testUsers < TestUsers ? TooFew(testUsers, "test users", TestUsers)
        : null;

    /// <summary>That there are too few users of a kind.</summary>
    public static string TooFew(int users, string kind, int needed) =>
        string.Create(CultureInfo.InvariantCulture, $"{users:N0} {kind} have a known next basket (order_products__train), and {needed:N0} are needed");
}
