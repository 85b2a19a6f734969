using System.Text.RegularExpressions;
using Recommender.AwsEmulator.Http;

namespace Recommender.AwsEmulator.Logs;

/// <summary>A filter pattern of terms: all must be in a message, of those with a question mark any one, of those with a minus none.</summary>
internal sealed partial class LogPattern
{
    private readonly List<string> _all = [];
    private readonly List<string> _any = [];
    private readonly List<string> _none = [];

    private LogPattern()
    {
    }

    /// <summary>Reads a pattern.</summary>
    /// <exception cref="AwsFaultException">It is of a kind that is not emulated.</exception>
    public static LogPattern Parse(string text)
    {
        if (text.TrimStart() is ['{' or '[' or '%', ..])
        {
            throw new AwsFaultException("InvalidParameterException", $"the emulator knows patterns of terms only, not '{text}'");
        }

        var pattern = new LogPattern();
        foreach (Match term in Terms().Matches(text))
        {
            var list = term.Groups["sign"].Value switch { "?" => pattern._any, "-" => pattern._none, _ => pattern._all };
            list.Add(term.Groups["quoted"].Success ? term.Groups["quoted"].Value : term.Groups["plain"].Value);
        }

        return pattern;
    }

    /// <summary>Whether a message fits.</summary>
    public bool Fits(string message) =>
        _all.TrueForAll(term => message.Contains(term, StringComparison.Ordinal))
        && !_none.Exists(term => message.Contains(term, StringComparison.Ordinal))
        && (_any.Count == 0 || _any.Exists(term => message.Contains(term, StringComparison.Ordinal)));

    [GeneratedRegex(@"(?<sign>[?-]?)(?:""(?<quoted>[^""]*)""|(?<plain>\S+))")]
    private static partial Regex Terms();
}
