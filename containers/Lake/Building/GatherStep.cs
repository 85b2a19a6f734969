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
        var staged = shards.Staged(Table.Name, context.Fingerprint, count, cancellationToken);
        if (staged.Count < count)
        {
            throw new CallerException(Missing(staged.Select(shard => shard.Shard.Index), context.Fingerprint, cancellationToken));
        }

        foreach (var (shard, prefix) in staged)
        {
            cancellationToken.ThrowIfCancellationRequested();
            context.Writer.Link(
                prefix,
                [.. shard.Files.Select((file, number) => (file, string.Create(CultureInfo.InvariantCulture, $"data/part-{shard.Index:D4}-{number}.parquet")))],
                cancellationToken);
        }

        return new StepOutput(staged.Sum(shard => shard.Shard.Rows));
    }

    private string Missing(IEnumerable<int> there, string fingerprint, CancellationToken cancellationToken)
    {
        var missing = Enumerable.Range(0, count).Except(there).Select(index => new Shard(index, count)).ToList();
        var others = shards.Complete(Table.Name, cancellationToken).Select(other => other.Shard).Where(other => other.Fingerprint != fingerprint || other.Count != count).ToList();
        var counts = string.Join(" or ", others.Where(other => other.Fingerprint == fingerprint).Select(other => other.Count).Distinct().Order());
        return $"{Table.Name}: shard {string.Join(", ", missing)} is not staged; nothing was published"
            + (counts.Length > 0 ? $"; there are shards of {counts}: was --commit-shards {counts} meant?" : "")
            + (others.Any(other => other.Fingerprint != fingerprint) ? "; there are shards of another build: its inputs or its definition have changed since, so stage all shards again" : "");
    }
}
