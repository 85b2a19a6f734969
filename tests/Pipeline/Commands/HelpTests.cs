using Recommender.Pipeline.Tests.Support;

namespace Recommender.Pipeline.Tests.Commands;

public sealed class HelpTests : IDisposable
{
    private readonly Workspace _workspace = new();

    public void Dispose() => _workspace.Dispose();

    [Theory]
    [InlineData("")]
    [InlineData("demo")]
    [InlineData("run")]
    [InlineData("plan")]
    [InlineData("query")]
    [InlineData("tables")]
    [InlineData("describe")]
    [InlineData("recommend")]
    [InlineData("evaluate")]
    [InlineData("explain")]
    [InlineData("train")]
    [InlineData("tune")]
    [InlineData("models")]
    [InlineData("models show")]
    [InlineData("rollback")]
    [InlineData("gc")]
    [InlineData("generate")]
    [InlineData("benchmark")]
    [InlineData("doctor")]
    [InlineData("cloud")]
    [InlineData("cloud run")]
    [InlineData("cloud status")]
    [InlineData("cloud logs")]
    [InlineData("cloud stop")]
    public async Task Every_command_explains_itself_with_examples(string command)
    {
        string[] args = command.Length == 0 ? ["--help"] : [.. command.Split(' '), "--help"];
        var result = await _workspace.RunAsync(args, 100);
        Assert.Equal(0, result.Code);
        Assert.Equal("", result.Error);
        Assert.Contains($"Examples:\n  # ", result.Out, StringComparison.Ordinal);
        Golden.Verify($"help-{(command.Length == 0 ? "root" : command.Replace(' ', '-'))}", result.Out);
    }

    [Fact]
    public async Task All_faults_of_a_command_line_are_told_at_once()
    {
        var result = await _workspace.RunAsync("run", "--memory", "2", "--threads", "0", "--days", "yesterday");
        Assert.Equal(2, result.Code);
        Assert.Equal("", result.Out);
        Assert.Contains("--memory '2': write at least 256MiB", result.Error, StringComparison.Ordinal);
        Assert.Contains("--threads '0': write a whole number from 1 to 1,024", result.Error, StringComparison.Ordinal);
        Assert.Contains("'yesterday' is not a day", result.Error, StringComparison.Ordinal);
        Assert.Contains("see 'recommender run --help'", result.Error, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("frobnicate")]
    [InlineData("query")]
    [InlineData("recommend")]
    [InlineData("generate", "--users", "10")]
    [InlineData("recommend", "--user", "1", "-k", "21")]
    [InlineData("recommend", "--user", "one")]
    [InlineData("query", "select 1", "--format", "xml")]
    [InlineData("gc", "--keep", "0")]
    [InlineData("gc", "--grace", "soon")]
    public async Task Bad_arguments_are_the_callers_fault(params string[] args)
    {
        var result = await _workspace.RunAsync(args);
        Assert.Equal(2, result.Code);
        Assert.StartsWith("error: ", result.Error, StringComparison.Ordinal);
        Assert.DoesNotContain("   at ", result.Error, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("run")]
    [InlineData("plan")]
    [InlineData("query", "select 1")]
    [InlineData("recommend", "--user", "1")]
    [InlineData("evaluate")]
    [InlineData("train")]
    [InlineData("tune")]
    [InlineData("models")]
    [InlineData("models", "show", "learnt-1")]
    [InlineData("explain", "--user", "1", "--product", "2")]
    [InlineData("gc")]
    [InlineData("rollback", "clean.orders")]
    public async Task Without_a_lake_commands_say_how_to_make_one_and_leave_nothing(params string[] args)
    {
        var result = await _workspace.RunAsync(args);
        Assert.Equal(2, result.Code);
        Assert.Contains("--source DIR", result.Error, StringComparison.Ordinal);
        Assert.False(Directory.Exists(_workspace.LakePath));
    }
}
