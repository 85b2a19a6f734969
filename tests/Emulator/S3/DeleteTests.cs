using Amazon.S3;
using Amazon.S3.Model;
using Recommender.Emulator.Tests.Support;

namespace Recommender.Emulator.Tests.S3;

public sealed class DeleteTests : S3Test
{
    [Fact]
    public async Task Many_are_deleted_at_once_and_what_is_not_there_counts_as_deleted()
    {
        var keys = Enumerable.Range(0, 998).Select(number => $"k/{number}").Append("sp ace & <ü>").ToList();
        foreach (var key in keys.Append("kept"))
        {
            Server.Objects.Add(Bucket, key, "x"u8);
        }

        var answer = await S3.DeleteObjectsAsync(new() { BucketName = Bucket, Objects = [.. keys.Append("none").Select(key => new KeyVersion { Key = key })] }, Cancellation);
        Assert.Equal(keys.Append("none").Order(), answer.DeletedObjects.Select(gone => gone.Key).Order());
        Assert.Equal("kept", Assert.Single(Server.Objects.List(Bucket, "")).Key);
    }

    [Fact]
    public async Task Quiet_answers_only_what_failed_and_a_condition_that_fails_keeps_its_object()
    {
        var tag = (await PutAsync("a", "1")).ETag;
        await PutAsync("b", "2");
        var error = await Assert.ThrowsAsync<DeleteObjectsException>(() => S3.DeleteObjectsAsync(
            new() { BucketName = Bucket, Quiet = true, Objects = [new() { Key = "a", ETag = tag }, new() { Key = "b", ETag = tag }] },
            Cancellation));
        var failed = Assert.Single(error.Response.DeleteErrors);
        Assert.Equal(("b", "PreconditionFailed"), (failed.Key, failed.Code));
        Assert.Empty(error.Response.DeletedObjects ?? []);
        Assert.Equal("b", Assert.Single(Server.Objects.List(Bucket, "")).Key);
    }
}
