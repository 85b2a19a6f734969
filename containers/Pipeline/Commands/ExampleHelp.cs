using System.CommandLine;
using System.CommandLine.Help;
using System.CommandLine.Invocation;
using Recommender.Pipeline.Console;

namespace Recommender.Pipeline.Commands;

/// <summary>Help with the command's examples at its end.</summary>
/// <param name="help">Writes the rest.</param>
/// <param name="examples">By command, its example command lines and what they do.</param>
internal sealed class ExampleHelp(HelpAction help, IReadOnlyDictionary<Command, IReadOnlyList<Example>> examples) : SynchronousCommandLineAction
{
    /// <inheritdoc/>
    public override bool ClearsParseErrors => true;

    /// <inheritdoc/>
    public override int Invoke(ParseResult parseResult)
    {
        help.Invoke(parseResult);
        if (examples.TryGetValue(parseResult.CommandResult.Command, out var found))
        {
            var output = parseResult.InvocationConfiguration.Output;
            output.WriteLine("Examples:");
            foreach (var example in found)
            {
                output.WriteLine($"  # {example.Says}");
                output.WriteLine($"  {example.Line}");
            }

            output.WriteLine();
        }

        return ExitCodes.Fine;
    }
}
