using System.Globalization;
using System.Text.RegularExpressions;
using Recommender.Lake.Errors;

namespace Recommender.Pipeline.Commands;

/// <summary>The id of a run, which its snapshots' manifests record.</summary>
internal static partial class RunId
{
    /// <summary>The id of a run that was given none: the moment it began.</summary>
    public static string Of(DateTimeOffset now) => now.UtcDateTime.ToString("yyyyMMdd'T'HHmmssfff'Z'", CultureInfo.InvariantCulture);

    /// <summary>Checks an id that was given.</summary>
    /// <exception cref="CallerException">It is not one.</exception>
    public static string Parse(string text) => Form().IsMatch(text)
        ? text
        : throw new CallerException($"--run-id '{text}': write 1 to 80 letters, digits, dots, hyphens and underscores, the first a letter or a digit");

    [GeneratedRegex(@"\A[A-Za-z0-9][A-Za-z0-9._-]{0,79}\z")]
    private static partial Regex Form();
}
