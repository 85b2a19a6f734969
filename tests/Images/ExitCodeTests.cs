using Recommender.Images.Tests.Support;
using Recommender.Tests;

namespace Recommender.Images.Tests;

/// <summary>The exit codes that the state machine reads come through the container.</summary>
public sealed class ExitCodeTests(BuiltImages images) : IAsyncLifetime
{
    private readonly TemporaryFolder _host = new();
    private WorkVolume _work = null!;

    public async ValueTask InitializeAsync()
    {
        _work = await WorkVolume.CreateAsync(images, "exits");
        TinyDelivery.Write(_host["good"]);
        TinyDelivery.Write(_host["bad"]);
        await File.WriteAllTextAsync(_host["bad", "products.csv"], "product_id,product_name,aisle_id,department_id\n", TestContext.Current.CancellationToken);
        if (!OperatingSystem.IsWindows())
        {
            // The container's user is nobody on this machine.
            File.SetUnixFileMode(_host.Path, (UnixFileMode)0b111_101_101);
        }

        _work.Options.AddRange(["--volume", $"{_host.Path}:/host:ro"]);
    }

    public async ValueTask DisposeAsync()
    {
        await _work.DisposeAsync();
        _host.Dispose();
    }

    [Theory]
    [InlineData(0, "", "run", "--source", "/host/good")]
    [InlineData(2, "--memory '2': write at least 256MiB", "run", "--memory", "2")]
    [InlineData(2, "/host/none", "run", "--source", "/host/none")]
    [InlineData(3, "clean.order_lines", "run", "--source", "/host/bad")]
    [InlineData(4, "Read-only file system", "run", "--source", "/host/good", "--lake", "/lake")]
    public async Task A_fault_keeps_its_exit_code(int code, string says, params string[] command)
    {
        var result = await _work.RunAsync(command);
        Assert.Equal(code, result.Code);
        Assert.Contains(says, result.Error, StringComparison.Ordinal);
    }
}
