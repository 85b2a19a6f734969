using System.Globalization;
using Recommender.Lake.Building;
using Recommender.Lake.Tables;

namespace Recommender.Pipeline.StateMachine;

/// <summary>The command lines that states run: what a person would type after <c>recommender</c>.</summary>
/// <param name="step">The step.</param>
/// <param name="lake">The lake.</param>
internal sealed class StepCommand(ITableStep step, string lake)
{
    /// <summary>Builds and publishes the step's table.</summary>
    public IReadOnlyList<AslText> Whole => Line(step.Table.Name.Zone == Zone.Raw ? ["--source", AslText.Path("$.source")] : []);

    /// <summary>Stages one shard of it; the shard's number is in <c>$.shard</c>.</summary>
    /// <param name="shards">How many there are.</param>
    public IReadOnlyList<AslText> OneShard(int shards) => Line("--shard", AslText.Format($"{{}}/{shards}", AslText.Path("$.shard")));

    /// <summary>Publishes the staged shards.</summary>
    /// <param name="shards">How many there are.</param>
    public IReadOnlyList<AslText> CommitShards(int shards) => Line("--commit-shards", shards.ToString(CultureInfo.InvariantCulture));

    private IReadOnlyList<AslText> Line(params IEnumerable<AslText> rest) =>
        ["run", "--lake", lake, "--only", step.Table.Name.ToString(), "--run-id", AslText.Path("$$.Execution.Name"), .. rest];
}
