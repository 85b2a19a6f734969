using Recommender.Lake.Errors;
using Recommender.Lake.Snapshots;
using Recommender.Lake.Storage;

namespace Recommender.Lake.S3;

/// <summary>
/// The right to write one table of a lake on S3: an object that is there while somebody has it. It is renewed while it is held; a holder that
/// dies leaves one that ends by itself.
/// </summary>
internal sealed class S3Lock : ILakeLock
{
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

    /// <param name="files">The lake.</param>
    /// <param name="key">The lock's key.</param>
    /// <param name="options">How long it lasts.</param>
    /// <param name="clock">Gives the moment, and the timer that renews it.</param>
    /// <param name="file">What it says.</param>
    /// <param name="version">Its version.</param>
    public S3Lock(IVersionedFiles files, string key, S3LockOptions options, TimeProvider clock, S3LockFile file, string version)
    {
        (_files, _key, _options, _clock, _file, _version) = (files, key, options, clock, file, version);
        Lost = _lost.Token;
        _timer = clock.CreateTimer(_ => Renew(), null, options.Renewal, Timeout.InfiniteTimeSpan);
    }

    /// <inheritdoc/>
    public CancellationToken Lost { get; }

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
