namespace Recommender.Infra.Settings;

/// <summary>The tags that every resource of a stack carries.</summary>
public static class StackTags
{
    /// <summary>The tags by key.</summary>
    public static IReadOnlyDictionary<string, string> Of(string stack, StackSettings settings) => new Dictionary<string, string>
    {
        ["project"] = StackContext.Project,
        ["stack"] = stack,
        ["owner"] = settings.Owner,
        ["cost-centre"] = settings.CostCentre,
    };
}
