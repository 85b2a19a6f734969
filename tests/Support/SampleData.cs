namespace Recommender.Tests;

/// <summary>Real data for development, which lies outside the project and may be absent.</summary>
public static class SampleData
{
    /// <summary>The folder with 600 users in the original Instacart layout, or null where no folder above has it.</summary>
    public static string? Instacart => Find("instacart");

    /// <summary>The folder with Ta-Feng's baskets as sequences, or null where no folder above has it.</summary>
    public static string? Tafeng => Find("tafeng");

    /// <summary>The folder with the till of UCI Online Retail, one CSV per day, or null where no folder above has it.</summary>
    public static string? OnlineRetail => Find("online-retail");

    private static string? Find(string set)
    {
        for (var folder = new DirectoryInfo(AppContext.BaseDirectory); folder is not null; folder = folder.Parent)
        {
            var candidate = Path.Combine(folder.FullName, "shared", "data", set);
            if (Directory.Exists(candidate))
            {
                return candidate;
            }
        }

        return null;
    }
}
