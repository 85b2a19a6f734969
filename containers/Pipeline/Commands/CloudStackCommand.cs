using System.CommandLine;
using System.Text.RegularExpressions;
using Recommender.Lake.Errors;
using Recommender.Pipeline.Cloud;
using Recommender.Pipeline.Cloud.Machines;
using Recommender.Pipeline.Console;

namespace Recommender.Pipeline.Commands;

/// <summary>A command for one stack.</summary>
internal abstract partial class CloudStackCommand : ProgramCommand
{
    private const string Variable = "RECOMMENDER_STACK";

    private readonly Option<string?> _stack = new("--stack")
    {
        Description = $"The stack, such as uat [default: {Variable}]",
        HelpName = "NAME",
    };

    /// <summary>Creates the command.</summary>
    /// <param name="name">What is typed.</param>
    /// <param name="description">What it does.</param>
    protected CloudStackCommand(string name, string description)
        : base(name, description) => Add(_stack);

    /// <inheritdoc/>
    public sealed override async Task<int> RunAsync(ParseResult parsed, Terminal terminal, CancellationToken cancellationToken)
    {
        var stack = StackOf(parsed, terminal);
        Require(parsed);
        using var clients = terminal.Cloud?.Invoke() ?? CloudClients.Of(terminal.Variables);
        try
        {
            var machine = await new CloudStack(clients, stack).MachineAsync(cancellationToken).ConfigureAwait(false);
            return await RunAsync(new CloudSession(clients, machine, stack, parsed, terminal), cancellationToken).ConfigureAwait(false);
        }
        catch (OperationCanceledException) when (cancellationToken.IsCancellationRequested)
        {
            await terminal.Error.WriteLineAsync("stopped; what runs on AWS goes on").ConfigureAwait(false);
            return terminal.StopCode();
        }
    }

    /// <summary>Makes sure that the arguments fit together, before anything is asked.</summary>
    /// <exception cref="CallerException">They do not.</exception>
    protected abstract void Require(ParseResult parsed);

    /// <summary>Does the command's work.</summary>
    /// <returns>The exit code.</returns>
    protected abstract Task<int> RunAsync(CloudSession session, CancellationToken cancellationToken);

    private string StackOf(ParseResult parsed, Terminal terminal)
    {
        var stack = parsed.GetValue(_stack) ?? terminal.Variables(Variable);
        return string.IsNullOrEmpty(stack) ? throw new CallerException($"which stack? give --stack, such as --stack uat, or set {Variable}")
            : Form().IsMatch(stack) ? stack
            : throw new CallerException($"--stack '{stack}': a stack's name is up to 20 lower-case letters and digits, the first a letter, such as uat");
    }

    [GeneratedRegex(@"\A[a-z][a-z0-9]{0,19}\z")]
    private static partial Regex Form();
}
