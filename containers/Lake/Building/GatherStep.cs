using System.Globalization;
using Recommender.Lake.Errors;
using Recommender.Lake.Snapshots;
using Recommender.Lake.Tables;

namespace Recommender.Lake.Building;

/// <summary>Takes the place of a step whose shards are staged: builds its table from them, computing nothing.</summary>
/// <param name="step">The step.</param>
/// <param name="shards">Where the shards lie.</param>
/// <param name="count">How many there are.</param>
public sealed class GatherStep(IShardedStep step, ShardStore shards, int count) : ITableStep
{
    /// <inheritdoc/>
    public TableDeclaration Table => step.Table;

    /// <inheritdoc/>
    public IReadOnlyList<TableName> Inputs => step.Inputs;

    /// <inheritdoc/>
    public string Definition => step.Definition;

    /// <inheritdoc/>
    public IReadOnlyDictionary<DateOnly, string>? Days(StepInputs inputs) => step.Days(inputs);

    /// <inheritdoc/>
    /// <exception cref="CallerException">A shard is not staged; the message says which.</exception>
    public StepOutput Build(StepContext context, CancellationToken cancellationToken)
    {
        var staged = shards.Staged(Table.Name, context.Fingerprint, count);
        if (staged.Count < count)
        {
            throw new CallerException(Missing(staged.Select(shard => shard.Shard.Index), context.Fingerprint));
        }

        foreach (var (shard, folder) in staged)
        {
            cancellationToken.ThrowIfCancellationRequested();
            for (var file = 0; file < shard.Files.Count; file++)
            {
                var target = Path.Combine(context.Writer.DataFolder, string.Create(CultureInfo.InvariantCulture, $"part-{shard.Index:D4}-{file}.parquet"));
                HardLink.CreateOrCopy(Path.Combine(folder, shard.Files[file].Path), target);
            }
        }

        return new StepOutput(staged.Sum(shard => shard.Shard.Rows));
    }

    private string Missing(IEnumerable<int> there, string fingerprint)
    {
        var missing = Enumerable.Range(0, count).Except(there).Select(index => new Shard(index, count)).ToList();
        var others = shards.Complete(Table.Name).Select(other => other.Shard).Where(other => other.Fingerprint != fingerprint || other.Count != count).ToList();
        var counts = string.Join(" or ", others.Where(other => other.Fingerprint == fingerprint).Select(other => other.Count).Distinct().Order());
        return $"{Table.Name}: shard {string.Join(", ", missing)} is not staged; nothing was published"
            + (counts.Length > 0 ? $"; there are shards of {counts}: was --commit-shards {counts} meant?" : "")
            + (others.Any(other => other.Fingerprint != fingerprint) ? "; there are shards of another build: its inputs or its definition have changed since, so stage all shards again" : "");
    }
}
