using System.Globalization;
using Amazon.Athena;
using Recommender.Lake.Aws;
using Recommender.Lake.Engine;
using Recommender.Lake.Errors;
using Recommender.Lake.Models;
using Recommender.Lake.Tables;

namespace Recommender.Lake.Athena;

/// <summary>Athena over a lake's tables in the Glue catalog. Its calls may come from several threads.</summary>
public sealed class AthenaEngine : ISqlEngine
{
    private readonly AwsLakeSettings _lake;
    private readonly TimeProvider _clock;
    private readonly Random _random;
    private readonly AthenaCalls _calls;
    private long _started;

    /// <summary>Prepares the engine; nothing is asked of Athena yet.</summary>
    /// <param name="client">The client, whose configuration bounds the retries of single calls.</param>
    /// <param name="lake">The workgroup, the catalog and the databases.</param>
    /// <param name="options">How Athena is asked.</param>
    /// <param name="clock">Waits, and measures waits.</param>
    /// <param name="random">Spreads waits and tells starts apart; seeded by the program.</param>
    /// <exception cref="CallerException">The options have faults, or the settings name no workgroup.</exception>
    public AthenaEngine(IAmazonAthena client, AwsLakeSettings lake, AthenaOptions options, TimeProvider clock, Random random)
    {
        var faults = options.Faults().ToList();
        if (string.IsNullOrEmpty(lake.Workgroup))
        {
            faults.Add("no Athena workgroup is named: set RECOMMENDER_WORKGROUP");
        }

        if (faults.Count > 0)
        {
            throw new CallerException(string.Join(Environment.NewLine, faults));
        }

        _lake = lake;
        _clock = clock;
        _random = random;
        Options = options;
        _calls = new AthenaCalls(client, lake, options, clock, random);
    }

    /// <inheritdoc/>
    public SqlDialect Dialect => SqlDialect.Trino;

    /// <summary>How Athena is asked.</summary>
    internal AthenaOptions Options { get; }

    /// <inheritdoc/>
    /// <exception cref="CallerException">The statement reads a zone that this task knows no database of, or Athena cannot read it.</exception>
    public ISqlQuery Start(SqlStatement statement, CancellationToken cancellationToken)
    {
        var named = statement with { Sql = SqlTables.Rename(statement.Sql, NameOf) };
        return AthenaQuery.Start(_calls, named, Unique(), Options, cancellationToken);
    }

    /// <summary>A table as Athena's SQL names it.</summary>
    private string NameOf(TableName table) => _lake.Databases.TryGetValue(table.Zone, out var database)
        ? $"\"{database}\".\"{table.Table}\""
        : throw new CallerException($"{table} cannot be read here: no Glue database of zone {table.Zone.SqlName()} is named; set RECOMMENDER_DATABASE_{table.Zone.SqlName().ToUpperInvariant()}");

    /// <summary>What tells a start from every other. Two tasks that chance upon the same would only share the result of one and the same statement.</summary>
    private string Unique()
    {
        lock (_random)
        {
            return string.Create(CultureInfo.InvariantCulture, $"{_clock.GetUtcNow().Ticks} {++_started} {_random.NextInt64()} {Environment.MachineName} {Environment.ProcessId}");
        }
    }
}
