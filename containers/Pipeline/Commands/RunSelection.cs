using Recommender.Ingest.Grocery;
using Recommender.Lake.Building;
using Recommender.Lake.Errors;
using Recommender.Lake.Models;
using Recommender.Lake.Tables;
using Recommender.Pipeline.Graph;

namespace Recommender.Pipeline.Commands;

/// <summary>Which part of the pipeline a run is for.</summary>
internal sealed record RunSelection
{
    /// <summary>Everything.</summary>
    public static RunSelection All { get; } = new();

    /// <summary>The tables whose steps alone are run; null for all.</summary>
    public IReadOnlySet<TableName>? Only { get; init; }

    /// <summary>The one shard to stage, or null.</summary>
    public Shard? Shard { get; init; }

    /// <summary>The number of staged shards to publish, or null.</summary>
    public int? CommitShards { get; init; }

    /// <summary>Makes sure that the parts fit together.</summary>
    /// <param name="source">The delivery's folder, or null.</param>
    /// <param name="days">Days to build again, or null.</param>
    /// <exception cref="CallerException">They do not; all faults are listed.</exception>
    public void Require(string? source, DayRange? days)
    {
        var faults = Faults(source, days).ToList();
        if (faults.Count > 0)
        {
            throw new CallerException(string.Join(Environment.NewLine, faults));
        }
    }

    private IEnumerable<string> Faults(string? source, DayRange? days)
    {
        var loaded = GroceryFeed.Files.Select(file => file.Table.Name).Where(table => Only?.Contains(table) == true).ToList();
        if (Only is not null && source is null && loaded.Count > 0)
        {
            yield return $"--only {string.Join(',', loaded)}: it is loaded from a delivery, which --source DIR names";
        }

        if (Only is not null && source is not null && loaded.Count == 0)
        {
            yield return $"--source {source}: nothing that --only names is loaded from a delivery";
        }

        if (Shard is not null && CommitShards is not null)
        {
            yield return "--shard stages a shard and --commit-shards publishes all of them: give one of the two";
        }

        var sharded = GroceryPipeline.Blueprint().Steps.OfType<IShardedStep>().Select(step => step.Table.Name).ToList();
        if ((Shard is not null || CommitShards is not null) && !(Only?.Count == 1 && sharded.Any(Only.Contains)))
        {
            yield return $"{(Shard is not null ? "--shard" : "--commit-shards")}: only {string.Join(" and ", sharded)} are computed in shards: add --only with one of them";
        }

        if ((Shard is not null || CommitShards is not null) && days is not null)
        {
            yield return $"--days {days}: a table of shards has no days";
        }
    }
}
