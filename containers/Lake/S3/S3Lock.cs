using System.Globalization;
using Recommender.Lake.Errors;
using Recommender.Lake.Snapshots;
using Recommender.Lake.Storage;
using Recommender.Lake.Tables;

namespace Recommender.Lake.S3;

/// <summary>
/// The right to write one table of a lake on S3: an object that is there while somebody has it. It is renewed while it is held; a holder that
/// dies leaves one that ends by itself.
/// </summary>
internal sealed class S3Lock : ILakeLock
{
    /// <summary>How often a lock that others take and release meanwhile is tried: 5.</summary>
    private const int Tries = 5;

    private readonly IVersionedFiles _files;
    private readonly string _key;
    private readonly S3LockOptions _options;
    private readonly TimeProvider _clock;
    private readonly CancellationTokenSource _lost = new();
    private readonly CancellationTokenSource _ending = new();
    private readonly Lock _gate = new();
    private readonly ITimer _timer;
    private S3LockFile _file;
    private string _version;
    private bool _released;

    private S3Lock(IVersionedFiles files, string key, S3LockOptions options, TimeProvider clock, S3LockFile file, string version)
    {
        (_files, _key, _options, _clock, _file, _version) = (files, key, options, clock, file, version);
        Lost = _lost.Token;
        _timer = clock.CreateTimer(_ => Renew(), null, options.Renewal, Timeout.InfiniteTimeSpan);
    }

    /// <inheritdoc/>
    public CancellationToken Lost { get; }

    /// <summary>Takes a table's lock, or says who has it.</summary>
    /// <param name="files">The lake.</param>
    /// <param name="table">The table.</param>
    /// <param name="holder">Who takes it, such as the run.</param>
    /// <param name="options">How long it lasts.</param>
    /// <param name="clock">Gives the moment, and the timer that renews it.</param>
    /// <param name="cancellationToken">Stops it.</param>
    /// <exception cref="EnvironmentException">Another has it.</exception>
    public static S3Lock Take(IVersionedFiles files, TableName table, string holder, S3LockOptions options, TimeProvider clock, CancellationToken cancellationToken)
    {
        var key = LakeKeys.Lock(table);
        for (var attempt = 0; attempt < Tries; attempt++)
        {
            var now = clock.GetUtcNow();
            var mine = new S3LockFile(holder, Environment.MachineName, now, now + options.Life);
            if (files.WriteNew(key, mine.Write(), cancellationToken) is { } made)
            {
                return new S3Lock(files, key, options, clock, mine, made);
            }

            if (files.Look(key, cancellationToken) is not { } found)
            {
                continue; // Released meanwhile.
            }

            var other = S3LockFile.Parse(found.Content) ?? throw new EnvironmentException($"{table}: its lock {key} is not one: remove it if nobody writes to the table");
            if (other.Expires + options.Skew > now)
            {
                throw new EnvironmentException(string.Create(
                    CultureInfo.InvariantCulture,
                    $"{table} has another writer ({other.Holder} on {other.Host} since {other.Since:yyyy-MM-dd HH:mm:ss} UTC): wait for it to end, or, if it died, until {other.Expires + options.Skew:HH:mm:ss} UTC; reading is always possible"));
            }

            if (files.Replace(key, mine.Write(), found.Version, cancellationToken) is { } taken)
            {
                return new S3Lock(files, key, options, clock, mine, taken);
            }
        }

        throw new EnvironmentException($"{table} has other writers, one after another: wait for them to end; reading is always possible");
    }

    /// <summary>Renews it; the timer calls this.</summary>
    internal void Renew()
    {
        lock (_gate)
        {
            if (_released || Lost.IsCancellationRequested)
            {
                return;
            }

            if (!TryRenew())
            {
                _lost.Cancel();
                return;
            }

            _timer.Change(_options.Renewal, Timeout.InfiniteTimeSpan);
        }
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        _timer.Dispose();
        _ending.Cancel();
        lock (_gate)
        {
            if (_released)
            {
                return;
            }

            _released = true;
            Release();
        }
    }

    /// <returns>False where it is another's, or its end has come.</returns>
    private bool TryRenew()
    {
        var left = _file.Expires - _clock.GetUtcNow();
        using var late = new CancellationTokenSource(left > TimeSpan.Zero ? left : _options.Renewal, _clock);
        using var end = CancellationTokenSource.CreateLinkedTokenSource(late.Token, _ending.Token);
        try
        {
            return Replace(end.Token) || (Adopt(end.Token) && Replace(end.Token));
        }
        catch (Exception error) when (error is EnvironmentException or OperationCanceledException)
        {
            return _clock.GetUtcNow() < _file.Expires; // There is time for another attempt.
        }
    }

    private bool Replace(CancellationToken cancellationToken)
    {
        var renewed = _file with { Expires = _clock.GetUtcNow() + _options.Life };
        if (_files.Replace(_key, renewed.Write(), _version, cancellationToken) is not { } version)
        {
            return false;
        }

        (_file, _version) = (renewed, version);
        return true;
    }

    /// <summary>An earlier renewal may have been made though its answer was lost: then the lock is still this one.</summary>
    private bool Adopt(CancellationToken cancellationToken)
    {
        if (_files.Look(_key, cancellationToken) is not { } found || !_file.IsSameTaking(S3LockFile.Parse(found.Content)))
        {
            return false;
        }

        _version = found.Version;
        return true;
    }

    private void Release()
    {
        using var patience = new CancellationTokenSource(_options.Renewal, _clock);
        try
        {
            if (!Lost.IsCancellationRequested && !_files.RemoveLock(_key, _version, patience.Token) && Adopt(patience.Token))
            {
                _files.RemoveLock(_key, _version, patience.Token);
            }
        }
        catch (Exception error) when (error is EnvironmentException or OperationCanceledException)
        {
            // It ends by itself; what the holder did is done.
        }
    }
}
