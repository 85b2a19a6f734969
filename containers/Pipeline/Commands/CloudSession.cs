using System.CommandLine;
using Recommender.Pipeline.Cloud;
using Recommender.Pipeline.Cloud.Executions;
using Recommender.Pipeline.Cloud.Machines;
using Recommender.Pipeline.Console;

namespace Recommender.Pipeline.Commands;

/// <summary>What a command for a stack works with.</summary>
/// <param name="Clients">The services.</param>
/// <param name="Machine">The stack's state machine.</param>
/// <param name="Stack">The stack's name.</param>
/// <param name="Parsed">The arguments.</param>
/// <param name="Terminal">Where results and messages go.</param>
internal sealed record CloudSession(CloudClients Clients, CloudMachine Machine, string Stack, ParseResult Parsed, Terminal Terminal)
{
    /// <summary>The runs of the whole pipeline.</summary>
    public PipelineExecutions Executions { get; } = new(Clients, Machine);

    /// <summary>Whether no progress is wanted.</summary>
    public bool Quiet => Parsed.GetValue(GlobalOptions.NoProgress);

    /// <summary>A command line of this program for the same stack.</summary>
    public string Line(string command) => $"recommender cloud {command} --stack {Stack}";
}
