using System.Globalization;
using Recommender.Pipeline.Cloud;
using Spectre.Console;

namespace Recommender.Pipeline.Console;

/// <summary>What a command talks to: its streams, its clock and what is known of the window. Tests put their own in its place.</summary>
internal sealed class Terminal
{
    /// <summary>The width taken where none is known: 100 columns.</summary>
    public const int DefaultWidth = 100;

    /// <summary>The variable that names <see cref="HeartbeatFolder"/>: <c>RECOMMENDER_HEARTBEAT</c>.</summary>
    public const string HeartbeatVariable = "RECOMMENDER_HEARTBEAT";

    /// <summary>Results.</summary>
    public required TextWriter Out { get; init; }

    /// <summary>Progress, logs and faults.</summary>
    public required TextWriter Error { get; init; }

    /// <summary>What is piped in.</summary>
    public TextReader In { get; init; } = TextReader.Null;

    /// <summary>The clock.</summary>
    public required TimeProvider Clock { get; init; }

    /// <summary>The environment's variables.</summary>
    public Func<string, string?> Variables { get; init; } = Environment.GetEnvironmentVariable;

    /// <summary>Reaches the services that run a stack's pipeline; null for AWS as <see cref="Variables"/> name it.</summary>
    public Func<CloudClients>? Cloud { get; init; }

    /// <summary>Columns that tables may take, or null for as many as they want (a file or a pipe).</summary>
    public int? Width { get; init; }

    /// <summary>Columns of the window that progress is shown in; 100 where unknown.</summary>
    public int ErrorWidth { get; init; } = DefaultWidth;

    /// <summary>Whether <see cref="Error"/> is a window.</summary>
    public bool ErrorIsTerminal { get; init; }

    /// <summary>Whether colours are wanted on <see cref="Error"/>.</summary>
    public bool Color { get; init; }

    /// <summary>The folder where runs leave their heartbeats; null where nobody asked for them.</summary>
    public string? HeartbeatFolder { get; init; }

    /// <summary>Asks the work to stop.</summary>
    public CancellationToken Stopped { get; init; }

    /// <summary>The exit code of a stop.</summary>
    public Func<int> StopCode { get; init; } = () => ExitCodes.Interrupted;

    /// <summary>The process's own streams and window.</summary>
    public static Terminal OfProcess(StopSignals signals)
    {
        var columns = int.TryParse(Environment.GetEnvironmentVariable("COLUMNS"), NumberStyles.None, CultureInfo.InvariantCulture, out var given) && given > 0 ? given : (int?)null;
        var errorIsTerminal = !System.Console.IsErrorRedirected;
        return new Terminal
        {
            Out = new StreamWriter(PipeOutput.Open(), bufferSize: 1 << 16) { AutoFlush = false },
            Error = System.Console.Error,
            In = System.Console.In,
            Clock = TimeProvider.System,
            Width = columns ?? (System.Console.IsOutputRedirected ? null : WindowWidth()),
            ErrorWidth = columns ?? WindowWidth() ?? DefaultWidth,
            ErrorIsTerminal = errorIsTerminal && Environment.GetEnvironmentVariable("TERM") != "dumb",
            Color = errorIsTerminal && string.IsNullOrEmpty(Environment.GetEnvironmentVariable("NO_COLOR")),
            HeartbeatFolder = Environment.GetEnvironmentVariable(HeartbeatVariable) is { Length: > 0 } folder ? folder : null,
            Stopped = signals.Token,
            StopCode = () => signals.ExitCode,
        };
    }

    /// <summary>Whether <see cref="Error"/> is a window that takes cursor movements (which old consoles of Windows are switched to here).</summary>
    public bool CanRedraw() => ErrorIsTerminal && AnsiConsole.Create(new AnsiConsoleSettings { Out = new AnsiConsoleOutput(Error) }).Profile.Capabilities.Ansi;

    private static int? WindowWidth()
    {
        try
        {
            return System.Console.WindowWidth is > 0 and var width ? width : null;
        }
        catch (IOException)
        {
            return null;
        }
    }
}
