using System.CommandLine.Parsing;
using Recommender.Lake.Errors;

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
}
