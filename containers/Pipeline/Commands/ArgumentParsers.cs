using System.CommandLine.Parsing;
using Recommender.Lake.Errors;
using Recommender.Pipeline.Console;

namespace Recommender.Pipeline.Commands;

/// <summary>Parsers of arguments.</summary>
internal static class ArgumentParsers
{
    /// <summary>A parser whose <see cref="CallerException"/> becomes one of the command line's faults.</summary>
    public static Func<ArgumentResult, T?> Parsed<T>(Func<string, T> parse)
        where T : class => result =>
        {
            try
            {
                return parse(result.Tokens[0].Value);
            }
            catch (CallerException error)
            {
                result.AddError(error.Message);
                return null;
            }
        };

    /// <summary>A parser of a span of time, such as 90s, 30min, 2h or 7d.</summary>
    /// <param name="option">The option, for the message.</param>
    /// <param name="most">The longest; null for any.</param>
    public static Func<ArgumentResult, TimeSpan?> Duration(string option, TimeSpan? most = null) => result =>
    {
        var text = result.Tokens[0].Value;
        if (!Durations.TryParse(text, out var span) || span > most)
        {
            result.AddError($"{option} '{text}': write a number and a unit, such as 90s, 30min, 2h or 7d{(most is { } longest ? $", {longest.TotalDays:0}d at most" : "")}");
        }

        return span;
    };
}
