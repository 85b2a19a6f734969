using System.Net;
using Amazon.S3;
using Amazon.S3.Model;
using Recommender.Emulator.Tests.Support;

namespace Recommender.Emulator.Tests.S3;

public sealed class ListTests : S3Test
{
    private static readonly string[] _keys = ["a", "a-b", "a/", "a/1", "a/2", "a0", "b/x/1", "b/x/2", "b/y", "z", "é", "\uFF5E", "🛒"];

    [Theory]
    [InlineData(1)]
    [InlineData(2)]
    [InlineData(5)]
    [InlineData(1000)]
    public async Task Pages_give_every_key_once_in_the_order_of_bytes(int size)
    {
        // 🛒 (U+1F6D2) stands behind U+FF5E in UTF-8 and before it in UTF-16.
        Add(_keys.Reverse());
        var pages = await PagesAsync(new() { BucketName = Bucket, MaxKeys = size });
        Assert.Equal(_keys, pages.SelectMany(page => page.S3Objects ?? []).Select(found => found.Key));
        Assert.All(pages, page => Assert.InRange(page.KeyCount!.Value, 1, size));
        Assert.Equal(Math.Ceiling(_keys.Length / (double)size), pages.Count);
    }

    [Theory]
    [InlineData(1)]
    [InlineData(3)]
    [InlineData(1000)]
    public async Task A_delimiter_rolls_keys_up_into_prefixes_each_once_over_all_pages(int size)
    {
        Add(_keys);
        var pages = await PagesAsync(new() { BucketName = Bucket, MaxKeys = size, Delimiter = "/" });
        Assert.Equal(["a", "a-b", "a0", "z", "é", "\uFF5E", "🛒"], pages.SelectMany(page => page.S3Objects ?? []).Select(found => found.Key));
        Assert.Equal(["a/", "b/"], pages.SelectMany(page => page.CommonPrefixes ?? []));
    }

    [Fact]
    public async Task A_prefix_and_a_start_narrow_it()
    {
        Add(_keys);
        Assert.Equal(["b/x/1", "b/x/2", "b/y"], await ListAsync(new() { Prefix = "b/" }));
        Assert.Equal(["b/x/2", "b/y"], await ListAsync(new() { Prefix = "b/", StartAfter = "b/x/1" }));
        Assert.Equal(["b/x/1", "b/x/2", "b/y"], await ListAsync(new() { Prefix = "b/", StartAfter = "a" }));
        Assert.Empty(await ListAsync(new() { Prefix = "b/", StartAfter = "c" }));
        Assert.Empty(await ListAsync(new() { Prefix = "none" }));
        var below = await S3.ListObjectsV2Async(new() { BucketName = Bucket, Prefix = "b/", Delimiter = "/" }, Cancellation);
        Assert.Equal(("b/x/", "b/y"), (Assert.Single(below.CommonPrefixes), Assert.Single(below.S3Objects).Key));
    }

    [Fact]
    public async Task A_page_has_a_thousand_keys_at_most()
    {
        Add(Enumerable.Range(0, 1001).Select(number => $"{number:d4}"));
        var first = await S3.ListObjectsV2Async(new() { BucketName = Bucket, MaxKeys = 5000 }, Cancellation);
        Assert.Equal((1000, 1000, true), (first.S3Objects.Count, first.MaxKeys, first.IsTruncated));
        var second = await S3.ListObjectsV2Async(new() { BucketName = Bucket, ContinuationToken = first.NextContinuationToken }, Cancellation);
        Assert.Equal(("1000", false), (Assert.Single(second.S3Objects).Key, second.IsTruncated));
        await FailsAsync(HttpStatusCode.BadRequest, "InvalidArgument", () => S3.ListObjectsV2Async(new() { BucketName = Bucket, ContinuationToken = "none of mine" }, Cancellation));
    }

    [Fact]
    public async Task Exactly_a_full_page_is_not_truncated_and_no_keys_are_asked_for_is_an_empty_page()
    {
        Add(["a", "b"]);
        var full = await S3.ListObjectsV2Async(new() { BucketName = Bucket, MaxKeys = 2 }, Cancellation);
        var none = await S3.ListObjectsV2Async(new() { BucketName = Bucket, MaxKeys = 0 }, Cancellation);
        Assert.Equal((2, false, 0, false), (full.KeyCount, full.IsTruncated, none.KeyCount, none.IsTruncated));
    }

    [Fact]
    public async Task The_older_listing_goes_on_behind_its_marker()
    {
        Add(_keys);
        var found = new List<string>();
        for (var request = new ListObjectsRequest { BucketName = Bucket, MaxKeys = 2, Delimiter = "/" }; ;)
        {
            var page = await S3.ListObjectsAsync(request, Cancellation);
            found.AddRange((page.S3Objects ?? []).Select(item => item.Key).Concat(page.CommonPrefixes ?? []).Order(StringComparer.Ordinal));
            if (page.IsTruncated is not true)
            {
                break;
            }

            request.Marker = page.NextMarker;
        }

        Assert.Equal(["a", "a-b", "a/", "a0", "b/", "z", "é", "\uFF5E", "🛒"], found);
    }

    private void Add(IEnumerable<string> keys)
    {
        foreach (var key in keys)
        {
            Server.Objects.Add(Bucket, key, "x"u8);
        }
    }

    private async Task<IEnumerable<string>> ListAsync(ListObjectsV2Request request)
    {
        request.BucketName = Bucket;
        return ((await S3.ListObjectsV2Async(request, Cancellation)).S3Objects ?? []).Select(found => found.Key);
    }

    private async Task<List<ListObjectsV2Response>> PagesAsync(ListObjectsV2Request request)
    {
        var pages = new List<ListObjectsV2Response>();
        do
        {
            pages.Add(await S3.ListObjectsV2Async(request, Cancellation));
            request.ContinuationToken = pages[^1].NextContinuationToken;
        }
        while (pages[^1].IsTruncated is true);
        return pages;
    }
}
