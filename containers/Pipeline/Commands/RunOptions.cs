using System.CommandLine;
using System.CommandLine.Parsing;
using Recommender.Lake.Building;
using Recommender.Lake.Errors;
using Recommender.Lake.Tables;

namespace Recommender.Pipeline.Commands;

/// <summary>The options of <c>run</c> that choose a part of the pipeline: what a task of a state machine is told.</summary>
internal sealed class RunOptions
{
    /// <summary>The tables to build.</summary>
    public Option<IReadOnlySet<TableName>?> Only { get; } = new("--only")
    {
        Description = "Run the steps of these tables alone, given one by one or with commas between; what they read must be in the lake",
        HelpName = "TABLE",
        CustomParser = ParseTables,
    };

    /// <summary>The run's id.</summary>
    public Option<string?> Id { get; } = new("--run-id")
    {
        Description = "Id of the run, which its snapshots record. Given again, it builds nothing that a run of that id has published [default: the time]",
        HelpName = "ID",
        CustomParser = ArgumentParsers.Parsed(RunId.Parse),
    };

    /// <summary>The shard to stage.</summary>
    public Option<Shard?> Shard { get; } = new("--shard")
    {
        Description = "Compute one of N shards of the table that --only names, such as 0/8, and stage it; nothing is published",
        HelpName = "K/N",
        CustomParser = ArgumentParsers.Parsed(Lake.Building.Shard.Parse),
    };

    /// <summary>The number of shards to publish.</summary>
    public Option<int?> CommitShards { get; } = Numbers.Between(
        "--commit-shards", 1, Lake.Building.Shard.Most, null, "Publish the table that --only names from its N staged shards, all of which must be there");

    /// <summary>All of them.</summary>
    public IEnumerable<Option> All => [Only, Id, Shard, CommitShards];

    /// <summary>The part of the pipeline that was chosen.</summary>
    public RunSelection Selection(ParseResult parsed) => new()
    {
        Only = parsed.GetValue(Only),
        Shard = parsed.GetValue(Shard),
        CommitShards = parsed.GetValue(CommitShards),
    };

    private static HashSet<TableName>? ParseTables(ArgumentResult result)
    {
        var tables = new HashSet<TableName>();
        foreach (var name in result.Tokens.SelectMany(token => token.Value.Split(',')))
        {
            try
            {
                tables.Add(TableArgument.Find(name).Name);
            }
            catch (CallerException error)
            {
                result.AddError($"--only: {error.Message}");
            }
        }

        return tables;
    }
}
