using System.CommandLine;
using Recommender.Lake.Errors;
using Recommender.Pipeline.Console;
using Recommender.Pipeline.Diagnosis;

namespace Recommender.Pipeline.Commands;

/// <summary>
/// <c>recommender health</c>: whether the run in this container makes progress. An image's health check calls it every few
/// seconds, so it looks at nothing else; <see cref="DoctorCommand"/> looks at all, and takes the lake's lock for that.
/// </summary>
internal sealed class HealthCommand : ProgramCommand
{
    public HealthCommand()
        : base("health", "Says whether the run in this container makes progress, for the health check of its image.") => Hidden = true;

    /// <inheritdoc/>
    public override IReadOnlyList<Example> Examples { get; } = [new("is the run stuck?", "recommender health")];

    /// <inheritdoc/>
    public override Task<int> RunAsync(ParseResult parsed, Terminal terminal, CancellationToken cancellationToken)
    {
        var folder = terminal.HeartbeatFolder ?? throw new CallerException($"{Terminal.HeartbeatVariable} is not set: give it the folder where runs of this container leave their heartbeats, as the images do");
        var findings = new RunHealth(folder, terminal.Clock, RunHealth.StartOfProcess).Look();
        foreach (var finding in findings)
        {
            terminal.Out.WriteLine(finding.Says);
        }

        return Task.FromResult(findings.All(finding => finding.Fine) ? ExitCodes.Fine : ExitCodes.Environment);
    }
}
