using System.Collections.Concurrent;
using System.Globalization;
using Recommender.AwsEmulator.Http;

namespace Recommender.AwsEmulator.S3.Multipart;

/// <summary>The uploads in parts that have begun. They do not outlive the emulator's process.</summary>
internal sealed class UploadStore(EmulatorState state)
{
    private readonly ConcurrentDictionary<string, Upload> _uploads = new();
    private long _count;

    /// <summary>Begins one.</summary>
    public Upload Begin(string bucket, string key, IReadOnlyDictionary<string, string> headers, UploadChecksum checksum)
    {
        var now = state.Objects.Now();
        var number = Interlocked.Increment(ref _count);
        var id = $"{now.ToUnixTimeSeconds().ToString("x", CultureInfo.InvariantCulture)}.{number.ToString("d6", CultureInfo.InvariantCulture)}.{RequestIds.Next().Replace("-", "", StringComparison.Ordinal)}";
        return _uploads[id] = new(id, bucket, key, headers, checksum, now);
    }

    /// <summary>The upload that a request names, complete or not.</summary>
    /// <exception cref="AwsFaultException">There is none for the bucket and key.</exception>
    public Upload Named(S3Request request)
    {
        var id = request.Http.Parameter("uploadId") ?? "";
        return _uploads.TryGetValue(id, out var upload) && upload.Bucket == request.Bucket && upload.Key == request.Key ? upload : throw S3Faults.NoSuchUpload(id);
    }

    /// <summary>The upload that a request names.</summary>
    /// <exception cref="AwsFaultException">There is none for the bucket and key, or it has ended.</exception>
    public Upload Open(S3Request request) => Named(request) is { Completed: null } upload ? upload : throw S3Faults.NoSuchUpload(request.Http.Parameter("uploadId") ?? "");

    /// <summary>Gives one up.</summary>
    public void Abort(Upload upload)
    {
        _uploads.TryRemove(upload.Id, out _);
        upload.End(completed: null);
    }

    /// <summary>The uploads into a bucket that have not ended, by key and then by time.</summary>
    public IReadOnlyList<Upload> Open(string bucket) =>
        [.. _uploads.Values.Where(upload => upload.Bucket == bucket && upload.Completed is null).OrderBy(upload => upload.Key, Utf8Order.Instance).ThenBy(upload => upload.BegunAt).ThenBy(upload => upload.Id, StringComparer.Ordinal)];
}
