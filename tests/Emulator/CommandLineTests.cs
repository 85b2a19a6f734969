using Recommender.AwsEmulator;

namespace Recommender.Emulator.Tests;

public sealed class CommandLineTests
{
    [Fact]
    public void Options_are_read()
    {
        var options = CommandLine.Read(["--folder", "/tmp/x", "--port", "4566", "--host", "0.0.0.0", "--stack", "prod"], TextWriter.Null)!;
        Assert.Equal(("/tmp/x", 4566, "0.0.0.0", "prod"), (options.Folder, options.Port, options.Host, options.Stack));
    }

    [Theory]
    [InlineData("--port", "many")]
    [InlineData("--port", "65536")]
    [InlineData("--host", "somewhere")]
    [InlineData("--folder")]
    [InlineData("--colour", "red")]
    public void What_is_not_understood_is_said(params string[] arguments)
    {
        using var errors = new StringWriter();
        Assert.Null(CommandLine.Read(arguments, errors));
        Assert.Contains($"'{string.Join(' ', arguments)}' is not understood; usage:", errors.ToString(), StringComparison.Ordinal);
    }
}
