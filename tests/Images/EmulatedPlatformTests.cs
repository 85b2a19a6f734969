using System.Text.Json;
using Recommender.Images.Tests.Support;

namespace Recommender.Images.Tests;

/// <summary>The pipeline's container against emulated AWS, both of them as <c>compose.yaml</c> has them.</summary>
public sealed class EmulatedPlatformTests(BuiltImages images)
{
    private const int Users = 300;
    private const string Lake = "s3://recommender-uat";

    private static readonly string[] _run = ["run", "--lake", Lake, "--source", "/work/delivery", "--json", "--no-progress"];

    [Fact]
    public async Task A_run_over_S3_is_stopped_goes_on_where_it_was_and_then_has_nothing_to_do()
    {
        await using var compose = await ComposeProject.CreateAsync(images, Users);
        string log;
        await using (var run = await compose.StartAsync())
        {
            await run.UntilAsync("clean.orders is being built by Athena", async () => (await run.LogsAsync()).Contains("clean.orders  started", StringComparison.Ordinal));
            Assert.Equal(143, await run.StopAsync(30));
            log = await run.LogsAsync();
        }

        var resumed = States(await compose.RunAsync(_run));
        Assert.NotEmpty(resumed);
        Assert.Contains("built", resumed.Values);
        Assert.All(resumed.Where(step => log.Contains($"{step.Key}  built", StringComparison.Ordinal)), step => Assert.Equal("skipped", step.Value));
        Assert.Equal("skipped", resumed["raw.orders"]);
        Assert.All(States(await compose.RunAsync(_run)).Values, state => Assert.Equal("skipped", state));

        var answer = (await compose.RunAsync("query", "select count(*) as n from published.recommendations", "--format", "csv", "--lake", Lake)).Fine();
        Assert.Equal(["n", $"{Users * 20}"], answer.Lines.Select(line => line.TrimEnd('\r')));
    }

    // Some versions of Compose write of what they start to the same output, before the document.
    private static Dictionary<string, string> States(CommandResult run)
    {
        var text = run.Fine().Out;
        return JsonDocument.Parse(text[text.IndexOf('{', StringComparison.Ordinal)..]).RootElement.GetProperty("steps").EnumerateArray()
            .ToDictionary(step => step.GetProperty("name").GetString()!, step => step.GetProperty("state").GetString()!);
    }
}
