using Recommender.Lake.Errors;
using Recommender.Lake.Snapshots;
using Recommender.Lake.Storage;
using Recommender.Lake.Tables;

namespace Recommender.Lake.S3;

/// <summary>The locks of a lake on S3: each table has its own.</summary>
public sealed class S3Locks : ILakeLocks
{
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
                taken.Add(S3Lock.Take(_files, table, _holder, _options, _clock, cancellationToken));
            }

            return new S3LockSet(taken);
        }
        catch
        {
            taken.ForEach(one => one.Dispose());
            throw;
        }
    }
}
