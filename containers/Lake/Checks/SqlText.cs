namespace Recommender.Lake.Checks;

/// <summary>Literals as both engines write them.</summary>
public static class SqlText
{
    /// <summary>A text literal: quotes doubled.</summary>
    public static string Literal(string text) => $"'{text.Replace("'", "''", StringComparison.Ordinal)}'";
}
