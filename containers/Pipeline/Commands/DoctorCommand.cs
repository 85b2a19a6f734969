using System.CommandLine;
using Recommender.Pipeline.Console;
using Recommender.Pipeline.Diagnosis;
using Recommender.Pipeline.Graph;
using Recommender.Pipeline.Lakes;

namespace Recommender.Pipeline.Commands;

/// <summary><c>recommender doctor</c>: looks for what would make the other commands fail.</summary>
internal sealed class DoctorCommand : ProgramCommand
{
    private readonly Option<bool> _json = JsonOption();

    public DoctorCommand()
        : base("doctor", "Looks at the machine and the lake for what would make other commands fail, and says what to do.") => Add(_json);

    /// <inheritdoc/>
    public override IReadOnlyList<Example> Examples { get; } =
    [
        new("is everything as it should be?", "recommender doctor"),
        new("for a script", "recommender doctor --json"),
    ];

    /// <inheritdoc/>
    public override Task<int> RunAsync(ParseResult parsed, Terminal terminal, CancellationToken cancellationToken)
    {
        var findings = Look(parsed, terminal, cancellationToken);
        if (parsed.GetValue(_json))
        {
            JsonText.Write(terminal.Out, json =>
            {
                json.WriteStartObject();
                json.WriteBoolean("fine", findings.All(finding => finding.Fine));
                json.Array("checks", findings, finding =>
                {
                    json.WriteString("check", finding.Check);
                    json.WriteBoolean("fine", finding.Fine);
                    json.WriteString("says", finding.Says);
                });
                json.WriteEndObject();
            });
        }
        else
        {
            foreach (var finding in findings)
            {
                terminal.Out.WriteLine($"{(finding.Fine ? "ok   " : "FAULT")}  {finding.Check,-10}  {finding.Says}");
            }
        }

        return Task.FromResult(findings.All(finding => finding.Fine) ? ExitCodes.Fine : ExitCodes.Environment);
    }

    private static List<Finding> Look(ParseResult parsed, Terminal terminal, CancellationToken cancellationToken)
    {
        using var place = LakePlaces.Open(parsed, terminal, cancellationToken);
        var lake = new LakeChecks(place, GroceryPipeline.Tables, cancellationToken);
        return
        [
            MachineChecks.Library(),
            MachineChecks.Memory(GlobalOptions.MemoryOf(parsed), GlobalOptions.ThreadsOf(parsed)),
            MachineChecks.Clock(terminal.Clock.GetUtcNow(), lake.Newest()),
            MachineChecks.Disk("temp", Path.GetTempPath()),
            MachineChecks.Disk("disk", Path.GetDirectoryName(place.Scratch)!),
            lake.Access(),
            lake.Writer(),
            .. lake.Snapshots(),
            lake.Unfinished(),
        ];
    }
}
