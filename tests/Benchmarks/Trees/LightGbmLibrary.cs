using System.Diagnostics;

namespace Recommender.Benchmarks.Trees;

/// <summary>
/// LightGBM's C library, built once from the sources in the package that tests/Benchmarks/lightgbm locks. Needs Node.js with npm,
/// CMake and a C++ compiler (on Debian: apt-get install nodejs npm cmake g++). All of it stays under the benchmark's work folder.
/// </summary>
internal static class LightGbmLibrary
{
    private static readonly string[] _locked = ["package.json", "package-lock.json", ".npmrc"];

    /// <summary>The library's file; built when it is not there yet, which takes some minutes.</summary>
    /// <param name="sources">The folder tests/Benchmarks/lightgbm.</param>
    /// <param name="work">The folder to build in.</param>
    public static string Ensure(string sources, string work)
    {
        var folder = Directory.CreateDirectory(Path.Combine(work, "lightgbm")).FullName;
        var library = Path.Combine(folder, "node_modules", "lightgbm", "dependencies", "LightGBM", "lib_lightgbm.so");
        var stamp = Path.Combine(folder, "built");
        var wanted = File.ReadAllText(Path.Combine(sources, "package-lock.json"));
        if (File.Exists(library) && File.Exists(stamp) && File.ReadAllText(stamp) == wanted)
        {
            return library;
        }

        Console.Error.WriteLine($"building LightGBM in {folder}…");
        foreach (var file in _locked)
        {
            File.Copy(Path.Combine(sources, file), Path.Combine(folder, file), overwrite: true);
        }

        Run(folder, "npm", "ci", "--ignore-scripts", "--loglevel=error");
        Run(folder, "cmake", "-S", Path.Combine("node_modules", "lightgbm", "dependencies", "LightGBM"), "-B", "build", "-DCMAKE_BUILD_TYPE=Release", "-DBUILD_CLI=OFF");
        Run(folder, "cmake", "--build", "build", "--parallel", "2");
        File.WriteAllText(stamp, wanted);
        return library;
    }

    private static void Run(string folder, string program, params string[] arguments)
    {
        using var process = Process.Start(new ProcessStartInfo(program, arguments) { WorkingDirectory = folder, UseShellExecute = false })
            ?? throw new InvalidOperationException($"{program} did not start");
        process.WaitForExit();
        if (process.ExitCode != 0)
        {
            throw new InvalidOperationException($"{program} {string.Join(' ', arguments)}: exit code {process.ExitCode} in {folder}");
        }
    }
}
