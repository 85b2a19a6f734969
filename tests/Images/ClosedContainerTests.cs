using Recommender.Images.Tests.Support;
using Recommender.Tests;

namespace Recommender.Images.Tests;

/// <summary>The pipeline in a container that is closed as those of the platform are.</summary>
public sealed class ClosedContainerTests(BuiltImages images)
{
    [Fact]
    public async Task The_whole_pipeline_runs_within_the_memory_of_the_smallest_task()
    {
        await using var work = await WorkVolume.CreateAsync(images, "pipeline");
        var delivery = "/data";
        if (SampleData.Instacart is { } sample)
        {
            work.Options.AddRange(["--volume", $"{sample}:{delivery}:ro"]);
        }
        else
        {
            delivery = "/work/delivery";
            (await work.RunAsync("generate", "--users", "1000", "--out", delivery)).Fine();
        }

        // uat's jobs have 1 GiB (infra/Settings).
        string[] small = ["--memory", "1g", "--memory-swap", "1g"];
        string[] run = ["run", "--source", delivery, "--json", "--no-progress"];
        var built = States((await work.RunAsync(small, run)).Fine());
        Assert.NotEmpty(built);
        Assert.All(built, state => Assert.Equal("built", state));
        Assert.Equal(built.Select(_ => "skipped"), States((await work.RunAsync(small, run, images.Training)).Fine()));
        var list = (await work.RunAsync("recommend", "--user", "1", "-k", "20", "--json")).Fine();
        Assert.Equal(20, list.Json.GetProperty("products").GetArrayLength());
        (await work.RunAsync("doctor")).Fine();
    }

    [Fact]
    public async Task Nothing_but_the_volume_can_be_written()
    {
        await using var work = await WorkVolume.CreateAsync(images, "closed");
        const string script =
            """
            id -u; id -g
            for folder in / /app /etc /home/app /tmp /var/tmp; do touch "$folder/written" 2>/dev/null && echo "$folder"; done
            touch /work/written && echo /work
            grep -E 'CapEff|CapPrm|CapBnd|NoNewPrivs' /proc/self/status | tr '\t' ' '
            """;
        var result = (await work.RunAsync(["--entrypoint", "sh"], ["-c", script])).Fine();
        Assert.Equal(["1654", "1654", "/work", "CapPrm: 0000000000000000", "CapEff: 0000000000000000", "CapBnd: 0000000000000000", "NoNewPrivs: 1"], result.Lines);
    }

    private static IEnumerable<string> States(CommandResult run) => run.Json.GetProperty("steps").EnumerateArray().Select(step => step.GetProperty("state").GetString()!);
}
