using System.Diagnostics;
using System.Globalization;

namespace Recommender.Pipeline.Tests.Campaigns;

/// <summary>The product in a process of its own, as users run it.</summary>
internal sealed class ProductProcess : IDisposable
{
    private readonly Process _process;
    private readonly Task<string> _output;
    private readonly Task<string> _errors;

    private ProductProcess(Process process)
    {
        _process = process;
        _output = process.StandardOutput.ReadToEndAsync();
        _errors = process.StandardError.ReadToEndAsync();
    }

    /// <summary>The peak resident memory seen so far, in bytes; the kernel's own mark, 0 where there is none.</summary>
    public long PeakBytes { get; private set; }

    /// <summary>Starts <c>recommender</c> with arguments.</summary>
    public static ProductProcess Start(params string[] arguments) => Start(arguments, new Dictionary<string, string>());

    /// <summary>Starts <c>recommender</c> with arguments and further variables in its environment.</summary>
    public static ProductProcess Start(string[] arguments, IReadOnlyDictionary<string, string> variables)
    {
        var program = Path.Combine(AppContext.BaseDirectory, "recommender.dll");
        var start = new ProcessStartInfo("dotnet", [program, .. arguments]) { RedirectStandardOutput = true, RedirectStandardError = true, UseShellExecute = false };
        foreach (var (name, value) in variables)
        {
            start.Environment[name] = value;
        }

        return new ProductProcess(Process.Start(start) ?? throw new InvalidOperationException("dotnet did not start"));
    }

    /// <summary>Runs to the end and expects exit code 0.</summary>
    /// <returns>What it wrote to standard output.</returns>
    public static string Run(params string[] arguments)
    {
        using var process = Start(arguments);
        return process.WaitForSuccess();
    }

    /// <summary>Waits for the end and expects exit code 0.</summary>
    /// <returns>What it wrote to standard output.</returns>
    public string WaitForSuccess()
    {
        while (!_process.WaitForExit(100))
        {
            PeakBytes = Math.Max(PeakBytes, Peak());
        }

        var errors = _errors.GetAwaiter().GetResult();
        Assert.True(_process.ExitCode == 0, $"exit code {_process.ExitCode}\n{errors}");
        return _output.GetAwaiter().GetResult();
    }

    /// <summary>Kills the process after a while, as <c>kill -9</c> does.</summary>
    /// <returns>Whether it was still running.</returns>
    public bool KillAfter(TimeSpan delay)
    {
        if (_process.WaitForExit(delay))
        {
            return false;
        }

        _process.Kill();
        _process.WaitForExit();
        return true;
    }

    /// <inheritdoc/>
    public void Dispose() => _process.Dispose();

    private long Peak()
    {
        try
        {
            var line = File.ReadLines($"/proc/{_process.Id}/status").FirstOrDefault(text => text.StartsWith("VmHWM:", StringComparison.Ordinal));
            return line is null ? 0 : long.Parse(line.Split(' ', StringSplitOptions.RemoveEmptyEntries)[1], CultureInfo.InvariantCulture) * 1024;
        }
        catch (IOException)
        {
            return 0;
        }
    }
}
