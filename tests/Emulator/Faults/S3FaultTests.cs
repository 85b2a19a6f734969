using System.Net;
using Amazon.Runtime;
using Amazon.S3;
using Recommender.AwsEmulator.Faults;
using Recommender.Emulator.Tests.Support;

namespace Recommender.Emulator.Tests.Faults;

/// <summary>What a client that does not retry sees of each fault, and what has happened then.</summary>
public sealed class S3FaultTests : S3Test
{
    [Theory]
    [InlineData(FaultKind.Throttle, HttpStatusCode.ServiceUnavailable, "SlowDown")]
    [InlineData(FaultKind.ServerError, HttpStatusCode.InternalServerError, "InternalError")]
    [InlineData(FaultKind.Conflict, HttpStatusCode.Conflict, "ConditionalRequestConflict")]
    public async Task A_refusal_does_nothing_and_says_so_once(FaultKind kind, HttpStatusCode status, string code)
    {
        Server.Faults.Add(new FaultRule { Service = "s3", Operation = "PutObject", Kind = kind });
        await FailsAsync(status, code, () => PutAsync("k", "content"));
        Assert.Null(Server.Objects.Find(Bucket, "k"));
        await PutAsync("k", "content");
        Assert.Equal((kind, 0), (Server.Log.Of("s3", "PutObject")[0].Fault!.Value, Server.Faults.Pending));
    }

    [Theory]
    [InlineData(FaultKind.TearBefore, false)]
    [InlineData(FaultKind.TearAfter, true)]
    public async Task A_torn_connection_is_no_answer_whether_or_not_the_work_was_done(FaultKind kind, bool done)
    {
        Server.Faults.Add(new FaultRule { Kind = kind });
        var error = await Assert.ThrowsAnyAsync<Exception>(() => PutAsync("k", "content"));
        Assert.False(error is AmazonS3Exception { StatusCode: not 0 }, $"{error}");
        Assert.Equal(done, Server.Objects.Find(Bucket, "k") is not null);
        Assert.Equal(0, Assert.Single(Server.Log.Of("s3", "PutObject")).Status);
    }

    [Fact]
    public async Task A_hanging_request_ends_with_the_client_s_patience_and_nothing_is_done()
    {
        Server.Faults.Add(new FaultRule { Operation = "PutObject", Kind = FaultKind.Hang });
        var hasty = Client(settings => settings.Timeout = TimeSpan.FromMilliseconds(500));
        await Assert.ThrowsAnyAsync<Exception>(() => hasty.PutObjectAsync(new() { BucketName = Bucket, Key = "k", ContentBody = "content" }, Cancellation));
        Assert.Null(Server.Objects.Find(Bucket, "k"));
    }

    [Fact]
    public async Task A_slow_body_comes_whole()
    {
        Server.Objects.Add(Bucket, "k", "content of it"u8);
        Server.Faults.Add(new FaultRule { Operation = "GetObject", Kind = FaultKind.SlowBody });
        Assert.Equal("content of it", await GetAsync("k"));
    }

    [Fact]
    public async Task A_truncated_body_is_an_error_not_a_short_object()
    {
        Server.Objects.Add(Bucket, "k", Bytes(100_000));
        Server.Faults.Add(new FaultRule { Operation = "GetObject", Kind = FaultKind.TruncateBody });
        using var answer = await S3.GetObjectAsync(Bucket, "k", Cancellation);
        Assert.Equal(100_000, answer.ContentLength);
        await Assert.ThrowsAnyAsync<IOException>(() => answer.ResponseStream.CopyToAsync(Stream.Null, Cancellation));
        Server.Faults.Add(new FaultRule { Operation = "ListObjectsV2", Kind = FaultKind.TruncateBody });
        await Assert.ThrowsAnyAsync<Exception>(() => S3.ListObjectsV2Async(new() { BucketName = Bucket }, Cancellation));
    }

    [Fact]
    public async Task A_rule_waits_for_its_turn_and_for_what_it_is_about()
    {
        Server.Faults.Add(new FaultRule { Operation = "PutObject", Match = "orders/", Skip = 1, Times = 2, Kind = FaultKind.Throttle });
        await PutAsync("other/1", "x");
        await PutAsync("orders/1", "x");
        await FailsAsync(HttpStatusCode.ServiceUnavailable, "SlowDown", () => PutAsync("orders/2", "x"));
        await PutAsync("other/2", "x");
        await FailsAsync(HttpStatusCode.ServiceUnavailable, "SlowDown", () => PutAsync("orders/2", "x"));
        await PutAsync("orders/2", "x");
        Server.Faults.Add(new FaultRule { Service = "glue", Kind = FaultKind.Throttle });
        await PutAsync("orders/3", "x");
        Assert.Equal(1, Server.Faults.Pending);
        Server.Faults.Clear();
        Assert.Equal(0, Server.Faults.Pending);
    }
}
