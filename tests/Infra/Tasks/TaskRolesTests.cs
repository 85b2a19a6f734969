using Recommender.Infra.Tests.Compute;
using Recommender.Infra.Tests.Harness;

namespace Recommender.Infra.Tests.Tasks;

/// <summary>What tasks do is what their roles may do: every request of recorded runs is judged by the policies of the stack's graph.</summary>
public sealed class TaskRolesTests
{
    /// <summary>Stacks and kinds.</summary>
    public static TheoryData<string, string> Kinds
    {
        get
        {
            var kinds = new TheoryData<string, string>();
            foreach (var thing in JobThings.All)
            {
                kinds.Add("uat", thing);
                kinds.Add("prod", thing);
            }

            return kinds;
        }
    }

    [Theory]
    [MemberData(nameof(Kinds))]
    public async Task Whatever_a_task_does_its_role_may_do(string stack, string thing)
    {
        var (from, to) = (await TaskRecording.GraphAsync(), await Graphs.OfAsync(stack));
        var needs = await NeedsAsync(thing);

        Assert.NotEmpty(needs);
        Faults.None(TaskRoles.Refusals(to, thing, needs.Select(need => need.In(from, to))));
    }

    [Theory]
    [InlineData("ingest")]
    [InlineData("transform")]
    [InlineData("train")]
    [InlineData("score")]
    public async Task A_role_that_lacks_one_action_is_caught(string thing)
    {
        var graph = await TaskRecording.GraphAsync();
        var needs = await NeedsAsync(thing);

        Assert.All(needs.Select(need => need.Asked.Action).Distinct(), action =>
        {
            var lacking = graph.Replace($"containers-{thing}-task-policy", "policy", $"\"{action}\"", "\"none:Nothing\"");
            var refusals = TaskRoles.Refusals(lacking, thing, needs);
            Assert.NotEmpty(refusals);
            Assert.All(refusals, refusal => Assert.Contains($"needs {action} on", refusal, StringComparison.Ordinal));
        });
    }

    // A transformation builds tables of all zones but the first, and may do whatever training and scoring do.
    [Theory]
    [InlineData("ingest", "transform train score")]
    [InlineData("transform", "ingest train score")]
    [InlineData("train", "ingest score")]
    [InlineData("score", "ingest train")]
    public async Task A_role_of_another_kind_will_not_do(string thing, string others)
    {
        var graph = await TaskRecording.GraphAsync();
        var needs = await NeedsAsync(thing);

        Assert.All(others.Split(' '), other => Assert.NotEmpty(TaskRoles.Refusals(graph, other, needs)));
    }

    // What a role may do and no task was seen to do. Parts of an upload are listed by nobody but Athena. Partitions are asked for
    // where a table has days, as that of events has and no table of the batch; databases are looked at by those who look for a lake without being told.
    [Theory]
    [InlineData("ingest", "glue:GetDatabase rds-db:connect s3:GetBucketLocation s3:ListMultipartUploadParts")]
    [InlineData("transform", "athena:GetWorkGroup glue:BatchCreatePartition glue:BatchGetPartition glue:CreatePartition glue:GetPartition glue:GetPartitions")]
    [InlineData("train", "glue:GetDatabase glue:GetPartition glue:GetPartitions glue:GetTables s3:GetBucketLocation s3:ListMultipartUploadParts")]
    [InlineData("score", "glue:GetDatabase glue:GetPartition glue:GetPartitions glue:GetTables s3:GetBucketLocation s3:ListMultipartUploadParts")]
    public async Task A_role_may_do_little_else(string thing, string rest)
    {
        var granted = TaskRoles.Of(await TaskRecording.GraphAsync(), thing).Policies.SelectMany(policy => policy.Statements).SelectMany(statement => statement.Actions);
        var needed = (await NeedsAsync(thing)).Select(need => need.Asked.Action);

        Assert.Equal(rest.Split(' '), granted.Except(needed).Order(StringComparer.Ordinal));
    }

    private static async Task<IReadOnlyList<NeededRight>> NeedsAsync(string thing) =>
        TaskNeeds.Of([.. (await TaskRecording.OfAsync()).Where(task => task.Thing == thing)], await TaskRecording.GraphAsync());
}
