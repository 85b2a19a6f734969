using System.Collections.Concurrent;
using System.Net;
using System.Net.Sockets;
using System.Text;

namespace Recommender.AwsSdk.Tests.Harness;

/// <summary>A server of a few lines: it answers each connection's one request with the next answer given, the last one for ever.</summary>
internal sealed class Listener : IAsyncDisposable
{
    private readonly TcpListener _socket = new(IPAddress.Loopback, 0);
    private readonly CancellationTokenSource _stop = new();
    private readonly ConcurrentQueue<Received> _received = new();
    private readonly Queue<Answer> _answers;
    private readonly Task _loop;

    public Listener(params Answer[] answers)
    {
        _answers = new(answers);
        _socket.Start();
        Address = $"http://127.0.0.1:{((IPEndPoint)_socket.LocalEndpoint).Port}";
        _loop = AcceptAsync();
    }

    public string Address { get; }

    public IReadOnlyList<Received> Received => [.. _received];

    /// <summary>Completes once a request has arrived.</summary>
    public TaskCompletionSource Arrived { get; } = new(TaskCreationOptions.RunContinuationsAsynchronously);

    public async ValueTask DisposeAsync()
    {
        // The loop may be between two connections, and a listener that is stopped refuses the next one with a fault: so it stops last.
        await _stop.CancelAsync();
        await _loop;
        _socket.Dispose();
        _stop.Dispose();
    }

    private async Task AcceptAsync()
    {
        var connections = new List<Task>();
        try
        {
            while (true)
            {
                connections.Add(ServeAsync(await _socket.AcceptTcpClientAsync(_stop.Token)));
            }
        }
        catch (OperationCanceledException)
        {
            await Task.WhenAll(connections);
        }
    }

    private async Task ServeAsync(TcpClient client)
    {
        using (client)
        {
            try
            {
                var stream = client.GetStream();
                _received.Enqueue(await ReadAsync(stream));
                Arrived.TrySetResult();
                var answer = Next();
                if (answer.Status < 0)
                {
                    await Task.Delay(Timeout.Infinite, _stop.Token);
                }

                if (answer.Status > 0)
                {
                    await stream.WriteAsync(Encoding.UTF8.GetBytes(Text(answer)), _stop.Token);
                }
            }
            catch (Exception exception) when (exception is OperationCanceledException or IOException)
            {
                // The client hung up, or the test is over.
            }
        }
    }

    private Answer Next()
    {
        lock (_answers)
        {
            return _answers.Count > 1 ? _answers.Dequeue() : _answers.Peek();
        }
    }

    private static string Text(Answer answer) =>
        $"HTTP/1.1 {answer.Status} Answer\r\nContent-Type: application/x-amz-json-1.1\r\nx-amzn-RequestId: request-7\r\n"
        + (answer.ErrorHeader is { } error ? $"x-amzn-ErrorType: {error}\r\n" : "")
        + $"Content-Length: {Encoding.UTF8.GetByteCount(answer.Body)}\r\nConnection: close\r\n\r\n{answer.Body}";

    private async Task<Received> ReadAsync(NetworkStream stream)
    {
        var text = new MemoryStream();
        var buffer = new byte[8192];
        while (true)
        {
            var count = await stream.ReadAsync(buffer, _stop.Token);
            text.Write(buffer, 0, count);
            var soFar = Encoding.UTF8.GetString(text.ToArray());
            var end = soFar.IndexOf("\r\n\r\n", StringComparison.Ordinal);
            if (count == 0)
            {
                throw new IOException("The request ended early");
            }

            if (end < 0)
            {
                continue;
            }

            var lines = soFar[..end].Split("\r\n");
            var headers = lines.Skip(1).Select(line => line.Split(": ", 2)).ToDictionary(p => p[0], p => p[1], StringComparer.OrdinalIgnoreCase);
            var length = int.Parse(headers.GetValueOrDefault("Content-Length", "0"), System.Globalization.CultureInfo.InvariantCulture);
            if (text.Length - end - 4 >= length)
            {
                return new Received(lines[0], headers, soFar[(end + 4)..]);
            }
        }
    }
}
