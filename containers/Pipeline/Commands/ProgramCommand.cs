using System.CommandLine;
using Recommender.Pipeline.Console;

namespace Recommender.Pipeline.Commands;

/// <summary>A command with its examples.</summary>
internal abstract class ProgramCommand : Command
{
    /// <summary>Creates the command.</summary>
    /// <param name="name">What is typed.</param>
    /// <param name="description">What it does.</param>
    protected ProgramCommand(string name, string description)
        : base(name, description)
    {
    }

    /// <summary>Its examples.</summary>
    public abstract IReadOnlyList<Example> Examples { get; }

    /// <summary>Does the command's work.</summary>
    /// <param name="parsed">Arguments without faults.</param>
    /// <param name="terminal">Where results and messages go.</param>
    /// <param name="cancellationToken">Stops the work.</param>
    /// <returns>The exit code.</returns>
    public abstract Task<int> RunAsync(ParseResult parsed, Terminal terminal, CancellationToken cancellationToken);

    /// <summary>A switch that asks for JSON.</summary>
    protected static Option<bool> JsonOption() => new("--json") { Description = "Print one JSON document, and nothing else, on the output" };
}
