namespace Recommender.Infra.Tests.Policies;

/// <summary>ARNs with wildcards, matched part by part (IAM user guide, "Resource" and "ArnLike").</summary>
internal static class ArnPattern
{
    private const int Parts = 6;

    /// <summary>Whether an ARN fits a pattern: each of the five parts before the resource by itself, so that no star reaches over a colon there.</summary>
    public static bool Fits(string pattern, string arn)
    {
        if (pattern == "*")
        {
            return true;
        }

        var wanted = pattern.Split(':', Parts);
        var given = arn.Split(':', Parts);
        return wanted.Length == Parts && given.Length == Parts && wanted.Zip(given).All(pair => Wildcard.Fits(pair.First, pair.Second));
    }

    /// <summary>Whether a text is written like an ARN, wildcards allowed.</summary>
    public static bool IsArn(string text) => text.StartsWith("arn:", StringComparison.Ordinal) && text.Split(':', Parts).Length == Parts;
}
