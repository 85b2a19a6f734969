using Recommender.Lake.DuckDb;
using Recommender.Lake.Errors;

namespace Recommender.Pipeline.Console;

/// <summary>Turns exceptions into a message on the error stream and an exit code.</summary>
internal static class Faults
{
    /// <summary>Writes the message.</summary>
    /// <param name="error">What was thrown.</param>
    /// <param name="terminal">Where the message goes.</param>
    /// <param name="verbose">Whether expected faults show where they came from.</param>
    /// <returns>The exit code.</returns>
    public static int Report(Exception error, Terminal terminal, bool verbose)
    {
        var fault = Innermost(error);
        if (fault is OperationCanceledException)
        {
            terminal.Error.WriteLine("stopped: nothing half-done was kept as if it were whole; give the same command again to finish");
            return terminal.StopCode();
        }

        if (fault is ReaderGoneException)
        {
            return ExitCodes.Fine;
        }

        var code = Code(fault);
        if (code is null)
        {
            terminal.Error.WriteLine($"error: this should not have happened; please report it with the lines below\n{error}");
            return ExitCodes.Environment;
        }

        terminal.Error.WriteLine($"error: {Message(fault)}");
        if (verbose)
        {
            terminal.Error.WriteLine(error.ToString());
        }

        return code.Value;
    }

    /// <summary>The exit code of an expected fault; null for any other.</summary>
    public static int? Code(Exception fault) => fault switch
    {
        CallerException => ExitCodes.Caller,
        DataException or DuckDbSqlException { Kind: DuckDbErrorKind.Conversion or DuckDbErrorKind.OutOfRange or DuckDbErrorKind.Constraint } => ExitCodes.Data,
        EnvironmentException or DuckDbResourceException or DuckDbLibraryException or IOException or UnauthorizedAccessException or OutOfMemoryException => ExitCodes.Environment,
        _ => null,
    };

    /// <summary>What parallel work threw, without its wrapping; the first of several.</summary>
    public static Exception Innermost(Exception error) =>
        error is AggregateException many ? Innermost(many.Flatten().InnerExceptions[0]) : error;

    private static string Message(Exception fault) => fault switch
    {
        DuckDbResourceException { Kind: DuckDbErrorKind.OutOfMemory } => $"{fault.Message}\ngive it more with --memory, or less to do at once with --threads 1",
        OutOfMemoryException => "out of memory: close other programs, or run on a machine with more",
        _ => fault.Message,
    };
}
