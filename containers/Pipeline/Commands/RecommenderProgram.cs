using System.CommandLine;
using System.CommandLine.Help;
using System.CommandLine.Parsing;
using Recommender.Pipeline.Console;

namespace Recommender.Pipeline.Commands;

/// <summary>The program: its commands, and what happens before and after each.</summary>
internal static class RecommenderProgram
{
    private const string Description = "Turns a shop's raw orders into recommendations: loads deliveries into a lake, builds its tables, ranks, measures, and answers questions.";

    /// <summary>Parses and runs a command line.</summary>
    /// <param name="args">The arguments, without the program's name.</param>
    /// <param name="terminal">Where results and messages go.</param>
    /// <returns>The exit code.</returns>
    public static async Task<int> RunAsync(IReadOnlyList<string> args, Terminal terminal)
    {
        var parsed = Parse(args, terminal);
        try
        {
            if (parsed.Errors.Count > 0 && parsed.Action is not ExampleHelp)
            {
                return RefuseArguments(parsed, terminal);
            }

            var configuration = new InvocationConfiguration
            {
                Output = terminal.Out,
                Error = terminal.Error,
                EnableDefaultExceptionHandler = false,
                ProcessTerminationTimeout = null,
            };
            var code = await parsed.InvokeAsync(configuration, terminal.Stopped).ConfigureAwait(false);
            await terminal.Out.FlushAsync(CancellationToken.None).ConfigureAwait(false);
            return code;
        }
        catch (Exception error)
        {
            FlushWhatCanBe(terminal.Out);
            return Faults.Report(error, terminal, parsed.GetValue(GlobalOptions.Verbose));
        }
    }

    /// <summary>Parses a command line, and runs nothing.</summary>
    internal static ParseResult Parse(IReadOnlyList<string> args, Terminal terminal) =>
        Root(terminal).Parse(args, new ParserConfiguration { ResponseFileTokenReplacer = null });

    private static RootCommand Root(Terminal terminal)
    {
        var models = new ModelsCommand();
        ProgramCommand[] commands =
        [
            new DemoCommand(), new RunCommand(), new PlanCommand(), new QueryCommand(), new TablesCommand(), new DescribeCommand(), new RecommendCommand(),
            new EvaluateCommand(), new ExplainCommand(), new TrainCommand(), new TuneCommand(), models, new RollbackCommand(), new GcCommand(), new GenerateCommand(),
            new BenchmarkCommand(), new DoctorCommand(), new HealthCommand(),
        ];
        var root = new RootCommand(Description);
        foreach (var option in GlobalOptions.All)
        {
            root.Add(option);
        }

        var cloud = new CloudCommand();
        var examples = new Dictionary<Command, IReadOnlyList<Example>> { [root] = RootExamples, [cloud] = CloudCommand.Examples };
        foreach (var command in commands.Append(models.Show).Concat(cloud.Subcommands))
        {
            command.SetAction((parsed, cancellationToken) => command.RunAsync(parsed, terminal, cancellationToken));
            examples[command] = command.Examples;
        }

        foreach (var command in commands.Append<Command>(cloud))
        {
            root.Add(command);
        }

        var help = root.Options.OfType<HelpOption>().Single();
        var standard = (HelpAction)help.Action!;
        standard.MaxWidth = terminal.Width ?? Terminal.DefaultWidth;
        var action = new ExampleHelp(standard, examples);
        help.Action = action;
        root.SetAction(action.Invoke);
        return root;
    }

    private static IReadOnlyList<Example> RootExamples { get; } =
    [
        new("see it work on generated data", "recommender demo"),
        new("load a delivery of CSV files and build everything", "recommender run --source deliveries/monday"),
        new("ask a question in SQL", "recommender query \"select count(*) from clean.orders\""),
    ];

    private static int RefuseArguments(ParseResult parsed, Terminal terminal)
    {
        foreach (var error in parsed.Errors)
        {
            terminal.Error.WriteLine($"error: {error.Message}");
        }

        terminal.Error.WriteLine($"see '{string.Join(' ', Words(parsed.CommandResult).Append("--help"))}'");
        return ExitCodes.Caller;
    }

    /// <summary>What was typed to reach a command.</summary>
    private static IEnumerable<string> Words(CommandResult result) =>
        result.Parent is CommandResult above ? Words(above).Append(result.Command.Name) : ["recommender"];

    /// <summary>Before a fault is told, the results that came before it; the fault may be that they cannot be written.</summary>
    private static void FlushWhatCanBe(TextWriter output)
    {
        try
        {
            output.Flush();
        }
        catch (IOException)
        {
            // It is told, or was the reader's wish.
        }
    }
}
