using Recommender.AwsEmulator;
using Recommender.AwsEmulator.Ecs;
using Recommender.Lake.Tables;
using Recommender.Pipeline.Graph;
using Recommender.Tests;

namespace Recommender.Pipeline.Tests.Cloud.Emulated;

/// <summary>A stack, a delivery in its bucket, and one command: the jobs are the product's own, on emulated S3, Glue and Athena.</summary>
public sealed class WholePipelineTests
{
    [Fact]
    [Trait("Category", "Long")]
    public async Task One_command_builds_every_table_of_a_stack_and_one_for_a_table_finds_it_up_to_date()
    {
        using var folder = new TemporaryFolder();
        await using var pipeline = await EmulatedPipeline.StartAsync();
        var stack = EmulatorStack.Create(pipeline.Server, "uat", GroceryPipeline.Tables);
        foreach (var file in Directory.EnumerateFiles(TinyDelivery.Write(folder["delivery"])))
        {
            pipeline.Server.Objects.Add(stack.Bucket(Zone.Raw), $"deliveries/{Path.GetFileName(file)}", await File.ReadAllBytesAsync(file, TestContext.Current.CancellationToken));
        }

        pipeline.Deploy(stack.Lake, $"s3://{stack.Bucket(Zone.Raw)}/deliveries", stack.Environment(folder["work"]));
        pipeline.Server.Service<EcsService>().Launcher = new ProgramLauncher(folder["work"]);

        var first = await pipeline.RunAsync("run", "all", "--run-id", "first");
        Assert.True(first.Code == 0, first.Error);
        Assert.Contains("published.recommendations  done", first.Error, StringComparison.Ordinal);
        var log = await pipeline.RunAsync("logs", "clean.orders");
        Assert.Contains("clean.orders  built: ", log.Out, StringComparison.Ordinal);

        var second = await pipeline.RunAsync("run", "clean.orders", "--run-id", "second", "--no-progress");
        Assert.Equal(0, second.Code);
        Assert.Contains("clean.orders  skipped: nothing it follows", second.Out, StringComparison.Ordinal);
    }
}
