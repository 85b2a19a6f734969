using System.CommandLine;

namespace Recommender.Pipeline.Commands;

/// <summary><c>recommender cloud</c>: the commands for a stack's pipeline on AWS.</summary>
internal sealed class CloudCommand : Command
{
    public CloudCommand()
        : base("cloud", "Runs the pipeline of a stack on AWS, or one table of it, and shows what its runs did and wrote.")
    {
        foreach (var command in Subcommands)
        {
            Add(command);
        }
    }

    /// <summary>The commands below it.</summary>
    public new IReadOnlyList<ProgramCommand> Subcommands { get; } = [new CloudRunCommand(), new CloudStatusCommand(), new CloudLogsCommand(), new CloudStopCommand()];

    /// <summary>Its examples.</summary>
    public static IReadOnlyList<Example> Examples { get; } =
    [
        new("run the whole pipeline of a stack", "recommender cloud run all --stack uat"),
        new("build one table there", "recommender cloud run clean.orders --stack uat"),
        new("how did the last runs end?", "recommender cloud status --stack uat"),
        new("what did a job write?", "recommender cloud logs clean.orders --stack uat"),
    ];
}
