using System.Text.Json;
using Recommender.Images.Tests.Support;
using Recommender.Tests;

namespace Recommender.Images.Tests;

/// <summary>What is in the images, and what is not.</summary>
public sealed class ContentTests(BuiltImages images)
{
    /// <summary>Most that an image may add to its base: 100 MB, of which DuckDB's library is 71.</summary>
    private const long MostAddedBytes = 100_000_000;

    public static TheoryData<string> Targets => ["jobs", "training"];

    [Theory]
    [MemberData(nameof(Targets))]
    public async Task Labels_say_what_it_is_and_of_which_commit(string target)
    {
        var labels = (await ConfigAsync(target)).GetProperty("Labels");
        string Label(string name) => labels.GetProperty($"org.opencontainers.image.{name}").GetString()!;
        Assert.Equal($"recommender-{target}", Label("title"));
        Assert.Equal((BuiltImages.Version, BuiltImages.Revision), (Label("version"), Label("revision")));
        Assert.Equal((BuiltImages.Created, BuiltImages.Source), (Label("created"), Label("source")));
    }

    [Theory]
    [MemberData(nameof(Targets))]
    public async Task The_command_of_a_task_is_all_that_is_said(string target)
    {
        var config = await ConfigAsync(target);
        Assert.Equal(["dotnet", "/app/recommender.dll"], Strings(config.GetProperty("Entrypoint")));
        Assert.Equal(["CMD", "dotnet", "/app/recommender.dll", "health"], Strings(config.GetProperty("Healthcheck").GetProperty("Test")));
        Assert.Equal("1654", config.GetProperty("User").GetString());
        Assert.True(config.GetProperty("Volumes").TryGetProperty("/work", out _));
        Assert.False(config.TryGetProperty("ExposedPorts", out _));
    }

    [Theory]
    [MemberData(nameof(Targets))]
    public async Task Only_what_runs_is_in_it(string target)
    {
        var files = (await ShellAsync(target, "find /app -type f | sort")).Lines.Select(file => file["/app/".Length..]).ToList();
        Assert.Contains("recommender.dll", files);
        Assert.Single(files, file => file.Contains("duckdb", StringComparison.OrdinalIgnoreCase));
        Assert.DoesNotContain(files, file => file.Contains('/', StringComparison.Ordinal));
        Assert.All(files, file => Assert.Matches(@"^(LICENSE|libduckdb\.so|recommender\.(deps|runtimeconfig)\.json|[A-Za-z0-9.]+\.dll)$", file));
        Assert.DoesNotContain(files, file => file.Contains("Pulumi", StringComparison.Ordinal) || file.Contains("Tests", StringComparison.Ordinal) || file.Contains("Emulat", StringComparison.Ordinal));
        Assert.Equal(PackagesLack, files.Contains("Recommender.AwsSdk.Protocol.dll"));
    }

    [Theory]
    [MemberData(nameof(Targets))]
    public async Task It_adds_little_to_its_base(string target)
    {
        var size = await SizeAsync(Name(target));
        var added = size - await SizeAsync("mcr.microsoft.com/dotnet/runtime:10.0");
        ResultFiles.Write($"image-{target}", $"the image {target}:", [$"{size / 1e6:0} MB, {added / 1e6:0} MB of them its own"]);
        Assert.InRange(added, 1, MostAddedBytes);
    }

    [Theory]
    [MemberData(nameof(Targets))]
    public async Task Its_user_may_write_into_its_volume_and_change_nothing_else(string target)
    {
        var listed = await ShellAsync(target, "id -u; stat -c '%u:%g %a' /work /app; find /app ! -user 0 -o -perm /022; find /work -mindepth 1");
        Assert.Equal(["1654", "1654:1654 755", "0:0 755"], listed.Lines);

        // Where the root file system is not mounted read-only, what may be written is what a base has for that.
        var writable = (await ShellAsync(target, "find / -xdev -writable ! -type l -not -path '/proc/*' 2>/dev/null")).Lines;
        Assert.All(writable, path => Assert.Matches("^/(work|tmp|var/tmp|run/lock|home/app(/.*)?)$", path));
    }

    [Fact]
    public async Task Nothing_lends_rights()
    {
        // The base's own set-user-id programs do nothing in a container without capabilities that may gain none; ours are none.
        Assert.Empty((await ShellAsync("jobs", "find /app /work -perm /6000")).Lines);
    }

    [Theory]
    [MemberData(nameof(Targets))]
    public async Task A_commit_gives_the_same_layers_again(string target)
    {
        // The second build makes every layer anew for one target; the other's differ by nothing but their labels.
        var again = await images.BuildAsync(target, "2", target == "jobs" ? ["--no-cache"] : []);
        Assert.Equal(await LayersAsync(Name(target)), await LayersAsync(again));
    }

    [Theory]
    [InlineData("amd64", "003e")]
    [InlineData("arm64", "00b7")]
    public async Task An_image_for_other_processors_gets_their_library(string architecture, string machine)
    {
        var stage = await images.BuildAsync("duckdb", architecture, "--build-arg", $"TARGETARCH={architecture}");
        var header = (await images.Engine.RunAsync("run", "--rm", "--network", "none", stage, "od", "-An", "-tx2", "-j18", "-N2", "/native/libduckdb.so")).Fine();
        Assert.Equal(machine, header.Out.Trim());
    }

    [Fact]
    public async Task The_version_is_told()
    {
        var version = (await images.Engine.RunAsync("run", "--rm", "--network", "none", images.Jobs, "--version")).Fine();
        Assert.Equal($"{BuiltImages.Version}+{BuiltImages.Revision}{(PackagesLack ? ".partial-feed" : "")}", version.Out.Trim());
    }

    // The build asks the same feed as this machine did, and may take from offline/ only what that lacks.
    private static bool PackagesLack => File.ReadAllText(Repository.PathTo(".cache", "feed")).Trim() == "partial";

    private string Name(string target) => target == "jobs" ? images.Jobs : images.Training;

    private async Task<JsonElement> InspectAsync(string image) => (await images.Engine.RunAsync("image", "inspect", image)).Fine().Json[0];

    private async Task<JsonElement> ConfigAsync(string target) => (await InspectAsync(Name(target))).GetProperty("Config");

    private async Task<long> SizeAsync(string image) => (await InspectAsync(image)).GetProperty("Size").GetInt64();

    private async Task<string[]> LayersAsync(string image) => Strings((await InspectAsync(image)).GetProperty("RootFS").GetProperty("Layers"));

    private async Task<CommandResult> ShellAsync(string target, string script) =>
        (await images.Engine.RunAsync("run", "--rm", "--network", "none", "--entrypoint", "sh", Name(target), "-c", $"{script}; true")).Fine();

    private static string[] Strings(JsonElement list) => [.. list.EnumerateArray().Select(item => item.GetString()!)];
}
