namespace Recommender.Emulator.Tests.Support;

/// <summary>A stream whose bytes are held back from its second half on, until they are released.</summary>
/// <param name="bytes">The bytes.</param>
public sealed class HeldStream(byte[] bytes) : MemoryStream(bytes)
{
    private readonly TaskCompletionSource _reached = new(TaskCreationOptions.RunContinuationsAsynchronously);
    private readonly TaskCompletionSource _released = new(TaskCreationOptions.RunContinuationsAsynchronously);

    /// <summary>The first half has been read.</summary>
    public Task Reached => _reached.Task;

    /// <summary>Lets the second half go.</summary>
    public void Release() => _released.SetResult();

    /// <inheritdoc/>
    public override async ValueTask<int> ReadAsync(Memory<byte> buffer, CancellationToken cancellationToken = default)
    {
        var half = (int)(Length / 2);
        if (Position < half)
        {
            return Read(buffer.Span[..Math.Min(buffer.Length, half - (int)Position)]);
        }

        _reached.TrySetResult();
        await _released.Task.WaitAsync(cancellationToken);
        return Read(buffer.Span);
    }

    /// <inheritdoc/>
    public override Task<int> ReadAsync(byte[] buffer, int offset, int count, CancellationToken cancellationToken) => ReadAsync(buffer.AsMemory(offset, count), cancellationToken).AsTask();
}
