using System.Text;
using Recommender.AwsEmulator.Http;
using Recommender.AwsEmulator.S3.Bodies;
using Recommender.AwsEmulator.Signing;

namespace Recommender.Emulator.Tests.Signing;

/// <summary>
/// The examples that AWS publishes with their signatures: https://docs.aws.amazon.com/AmazonS3/latest/API/sig-v4-header-based-auth.html, sigv4-query-string-auth.html,
/// sigv4-streaming.html and sigv4-streaming-trailers.html.
/// </summary>
public sealed class PublishedExampleTests
{
    private const string Nothing = "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855";
    private const string Streaming = "STREAMING-AWS4-HMAC-SHA256-PAYLOAD";

    public static TheoryData<string, string, string, string> Examples => new()
    {
        { "GET", "/test.txt", $"range:bytes=0-9\nx-amz-content-sha256:{Nothing}", "f0e8bdb87c964420e857bd35b5d6ed310bd44f0170aba48dd91039c6036bdb41" },
        {
            "PUT",
            "/test%24file.text",
            "date:Fri, 24 May 2013 00:00:00 GMT\nx-amz-content-sha256:44ce7dd67c959e0d3524ffac1771dfbba87d2b6b4b4e99e42034a8b803f8b072\nx-amz-storage-class:REDUCED_REDUNDANCY",
            "98ad721746da40c64f1a55b78f14c238d841ea1380cd77a1b5971af0ece108bd"
        },
        { "GET", "/?lifecycle", $"x-amz-content-sha256:{Nothing}", "fea454ca298b7da1c68078a5d1bdbfbbe0d65c699e0f91ac7a200a0136783543" },
        { "GET", "/?max-keys=2&prefix=J", $"x-amz-content-sha256:{Nothing}", "34b48302e7b5fa45bde8084f4b7868a86f0a534bc59db6670ed5711ef69dc6f7" },
    };

    [Theory]
    [MemberData(nameof(Examples))]
    public void A_request_with_the_published_signature_is_taken_and_with_another_is_not(string method, string target, string headers, string signature)
    {
        Assert.Equal(signature, Example.Verify(Example.Signed(method, target, headers, signature)).Signed.Signature);
        Refuses(SignatureProblem.Mismatch, Example.Signed(method, target, headers, signature[..^1] + (signature[^1] == '0' ? '1' : '0')));
        Refuses(SignatureProblem.Mismatch, Example.Signed(method, target + "x", headers, signature));
        Refuses(SignatureProblem.Skewed, Example.Signed(method, target, headers, signature), TimeSpan.FromMinutes(16));
        Refuses(SignatureProblem.Skewed, Example.Signed(method, target, headers, signature), TimeSpan.FromMinutes(-16));
    }

    [Fact]
    public void A_presigned_address_is_good_until_it_expires()
    {
        const string target = "/test.txt?X-Amz-Algorithm=AWS4-HMAC-SHA256&X-Amz-Credential=AKIAIOSFODNN7EXAMPLE%2F20130524%2Fus-east-1%2Fs3%2Faws4_request&X-Amz-Date=20130524T000000Z"
            + "&X-Amz-Expires=86400&X-Amz-SignedHeaders=host&X-Amz-Signature=aeeed9bbccd4d02ee5c0109b86d86835f995330da4c265957d157751f604d404";
        Example.Verify(Example.Unsigned("GET", target, ""), TimeSpan.FromHours(23));
        Refuses(SignatureProblem.Skewed, Example.Unsigned("GET", target, ""), TimeSpan.FromHours(25));
        Refuses(SignatureProblem.Mismatch, Example.Unsigned("PUT", target, ""));
    }

    [Fact]
    public async Task The_chunks_of_the_published_upload_are_taken()
    {
        var request = Example.Signed(
            "PUT",
            "/examplebucket/chunkObject.txt",
            $"content-encoding:aws-chunked\ncontent-length:66824\nx-amz-content-sha256:{Streaming}\nx-amz-decoded-content-length:66560\nx-amz-storage-class:REDUCED_REDUNDANCY",
            "4f232c4386841ef735655705268965c44a0e4690baa4adea153f7db9fa80a0a9",
            "s3.amazonaws.com");
        string[] signatures =
        [
            "ad80c730a21e5b8d04586a2213dd63b9a0e99e0e2307b0ade35a65485a288648",
            "0055627c9e194cb4542bae2aa5492e3c1575bbb81b612b7d234b86a503ef5497",
            "b6c6ea8a5354eaf15b3cb7646744f4275b71ea724fed81ceb9323e279d449df9",
        ];
        var body = Chunk(65536, signatures[0]) + Chunk(1024, signatures[1]) + Chunk(0, signatures[2]);
        Assert.Equal(66824, body.Length);
        Assert.Equal([65536, 1024, 0], await LengthsAsync(request, body, trailers: false));
        var error = await Assert.ThrowsAsync<AwsFaultException>(() => LengthsAsync(request, body.Replace("aaaa\r\n400;", "aaab\r\n400;", StringComparison.Ordinal), trailers: false));
        Assert.Equal("SignatureDoesNotMatch", error.Code);
        Assert.Equal("IncompleteBody", (await Assert.ThrowsAsync<AwsFaultException>(() => LengthsAsync(request, body[..66000], trailers: false))).Code);
    }

    [Fact]
    public async Task The_trailer_of_the_published_upload_is_taken()
    {
        var request = Example.Signed(
            "PUT",
            "/examplebucket/chunkObject.txt",
            $"content-encoding:aws-chunked\nx-amz-content-sha256:{Streaming}-TRAILER\nx-amz-decoded-content-length:66560\nx-amz-storage-class:REDUCED_REDUNDANCY\nx-amz-trailer:x-amz-checksum-crc32c",
            "106e2a8a18243abcf37539882f36619c00e2dfc72633413f02d3b74544bfeb8e",
            "s3.amazonaws.com");
        var body = Chunk(65536, "b474d8862b1487a5145d686f57f013e54db672cee1c953b3010fb58501ef5aa2")
            + Chunk(1024, "1c1344b170168f8e65b41376b44b20fe354e373826ccbbe2c1d40a8cae51e5c7")
            + "0;chunk-signature=2ca2aba2005185cf7159c6277faf83795951dd77a3a99e6e65d5c9f85863f992\r\n"
            + "x-amz-checksum-crc32c:sOO8/Q==\r\nx-amz-trailer-signature:d81f82fc3505edab99d459891051a732e8730629a2e4a59689829ca17fe2e435\r\n\r\n";
        Assert.Equal([65536, 1024, 0], await LengthsAsync(request, body, trailers: true));
        await Assert.ThrowsAsync<AwsFaultException>(() => LengthsAsync(request, body.Replace("sOO8/Q==", "sOO8/R==", StringComparison.Ordinal), trailers: true));
    }

    private static void Refuses(SignatureProblem problem, EmulatorRequest request, TimeSpan later = default) =>
        Assert.Equal(problem, Assert.Throws<SignatureException>(() => Example.Verify(request, later)).Problem);

    private static string Chunk(int length, string signature) => $"{length:x};chunk-signature={signature}\r\n{new string('a', length)}\r\n";

    private static async Task<List<int>> LengthsAsync(EmulatorRequest request, string body, bool trailers)
    {
        var chunks = new ChunkedBody(new LineReader(new MemoryStream(Encoding.ASCII.GetBytes(body))), Example.Verify(request));
        var lengths = new List<int>();
        do
        {
            lengths.Add((await chunks.ReadAsync(trailers, TestContext.Current.CancellationToken)).Length);
        }
        while (lengths[^1] > 0);
        return lengths;
    }
}
