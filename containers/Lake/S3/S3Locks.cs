using System.Globalization;
using Recommender.Lake.Errors;
using Recommender.Lake.Snapshots;
using Recommender.Lake.Storage;
using Recommender.Lake.Tables;

namespace Recommender.Lake.S3;

/// <summary>The locks of a lake on S3: each table has its own.</summary>
public sealed class S3Locks : ILakeLocks
{
    /// <summary>How often a lock that others take and release meanwhile is tried: 5.</summary>
    private const int Tries = 5;

    private readonly IVersionedFiles _files;
    private readonly string _holder;
    private readonly S3LockOptions _options;
    private readonly TimeProvider _clock;

    /// <summary>Takes none yet.</summary>
    /// <param name="files">The lake.</param>
    /// <param name="holder">Who takes them, such as <c>run 20260105T080000Z</c>.</param>
    /// <param name="options">How long they last.</param>
    /// <param name="clock">Gives the moment, and the timers that renew them.</param>
    /// <exception cref="CallerException">The options have faults.</exception>
    public S3Locks(IVersionedFiles files, string holder, S3LockOptions options, TimeProvider clock)
    {
        var faults = options.Faults().ToList();
        if (faults.Count > 0)
        {
            throw new CallerException(string.Join(Environment.NewLine, faults));
        }

        (_files, _holder, _options, _clock) = (files, $"{holder}, process {Environment.ProcessId}", options, clock);
    }

    /// <inheritdoc/>
    public ILakeLock Take(IReadOnlyCollection<TableName> tables, CancellationToken cancellationToken)
    {
        var taken = new List<S3Lock>();
        try
        {
            // In one order everywhere, so that of two takers of the same tables one gets all.
            foreach (var table in tables.Distinct().OrderBy(table => table.ToString(), StringComparer.Ordinal))
            {
                taken.Add(Take(table, cancellationToken));
            }

            return new S3LockSet(taken);
        }
        catch
        {
            taken.ForEach(one => one.Dispose());
            throw;
        }
    }

    /// <inheritdoc/>
    public IReadOnlyList<string> Writers(IReadOnlyCollection<TableName> tables, CancellationToken cancellationToken) =>
    [
        .. from table in tables
           let found = _files.Look(LakeKeys.Lock(table), cancellationToken)
           let file = found is null ? null : S3LockFile.Parse(found.Content)
           where file is not null && file.Expires + _options.Skew > _clock.GetUtcNow()
           select string.Create(CultureInfo.InvariantCulture, $"{table}: {file.Holder} on {file.Host} since {file.Since:yyyy-MM-dd HH:mm:ss} UTC"),
    ];

    /// <summary>Takes one table's lock, or says who has it.</summary>
    /// <exception cref="EnvironmentException">Another has it.</exception>
    internal S3Lock Take(TableName table, CancellationToken cancellationToken)
    {
        var key = LakeKeys.Lock(table);
        for (var attempt = 0; attempt < Tries; attempt++)
        {
            var now = _clock.GetUtcNow();
            var mine = new S3LockFile(_holder, Environment.MachineName, now, now + _options.Life);
            var version = _files.WriteNew(key, mine.Write(), cancellationToken) ?? TakeOver(table, key, mine, cancellationToken);
            if (version is not null)
            {
                return new S3Lock(_files, key, _options, _clock, mine, version);
            }
        }

        throw new EnvironmentException($"{table} has other writers, one after another: wait for them to end; reading is always possible");
    }

    /// <returns>The version of the lock that was taken over; null where it changed meanwhile.</returns>
    private string? TakeOver(TableName table, string key, S3LockFile mine, CancellationToken cancellationToken)
    {
        if (_files.Look(key, cancellationToken) is not { } found)
        {
            return null; // Released meanwhile.
        }

        var other = S3LockFile.Parse(found.Content) ?? throw new EnvironmentException($"{table}: its lock {key} is not one: remove it if nobody writes to the table");
        var free = other.Expires + _options.Skew;
        return free > mine.Since
            ? throw new EnvironmentException(string.Create(
                CultureInfo.InvariantCulture,
                $"{table} has another writer ({other.Holder} on {other.Host} since {other.Since:yyyy-MM-dd HH:mm:ss} UTC): wait for it to end, or, if it died, until {free:HH:mm:ss} UTC; reading is always possible"))
            : _files.Replace(key, mine.Write(), found.Version, cancellationToken);
    }
}
