namespace Recommender.Ranking.Registry;

/// <summary>States as <c>ml.models</c> has them.</summary>
internal static class ModelStates
{
    /// <summary>All of them.</summary>
    public static IReadOnlyList<string> All { get; } = [.. Enum.GetValues<ModelState>().Select(Text)];

    /// <summary>A state's word.</summary>
    public static string Text(this ModelState state) => state.ToString().ToLowerInvariant();

    /// <summary>The state of a word.</summary>
    /// <exception cref="ArgumentException">There is no such state.</exception>
    public static ModelState Parse(string text) => Enum.Parse<ModelState>(text, ignoreCase: true);
}
