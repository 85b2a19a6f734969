using System.Net;
using Amazon.Runtime;
using Amazon.S3;
using Amazon.S3.Model;
using Amazon.SecurityToken;
using Recommender.Emulator.Tests.Support;

namespace Recommender.Emulator.Tests.Signing;

public sealed class CredentialTests : S3Test
{
    [Fact]
    public async Task Wrong_keys_secrets_regions_and_no_signature_are_refused()
    {
        await PutAsync("k", "x");
        await RefusesAsync(HttpStatusCode.Forbidden, "SignatureDoesNotMatch", Client(_ => { }, new BasicAWSCredentials("test", "wrong")));
        await RefusesAsync(HttpStatusCode.Forbidden, "InvalidAccessKeyId", Client(_ => { }, new BasicAWSCredentials("other", "test")));
        await RefusesAsync(HttpStatusCode.BadRequest, "AuthorizationHeaderMalformed", Client(settings => settings.AuthenticationRegion = "us-west-2"));
        await RefusesAsync(HttpStatusCode.Forbidden, "AccessDenied", Client(_ => { }, new AnonymousAWSCredentials()));
    }

    [Fact]
    public async Task A_body_that_is_changed_on_the_way_is_refused()
    {
        await PutAsync("k", "content");
        var sent = Assert.Single(Server.Log.Of("s3", "PutObject"));
        using var client = new HttpClient();
        using var again = new HttpRequestMessage(HttpMethod.Put, new Uri(Server.Address, sent.Target)) { Content = new StringContent("contend") };
        foreach (var (name, value) in sent.RequestHeaders.Where(header => !header.Key.StartsWith("Content-", StringComparison.OrdinalIgnoreCase)))
        {
            again.Headers.TryAddWithoutValidation(name, value);
        }

        using var answer = await client.SendAsync(again, Cancellation);
        Assert.False(answer.IsSuccessStatusCode);
        Assert.Equal("content", await GetAsync("k"));
    }

    [Fact]
    public async Task A_presigned_address_works_without_a_key()
    {
        await PutAsync("sp ace/ü", "content");
        var address = await S3.GetPreSignedURLAsync(new GetPreSignedUrlRequest { BucketName = Bucket, Key = "sp ace/ü", Expires = TimeProvider.System.GetUtcNow().UtcDateTime.AddHours(1), Protocol = Protocol.HTTP });
        using var client = new HttpClient();
        Assert.Equal("content", await client.GetStringAsync(new Uri(address), Cancellation));
        using var other = await client.GetAsync(new Uri(address.Replace("ace", "ice", StringComparison.Ordinal)), Cancellation);
        Assert.Equal(HttpStatusCode.Forbidden, other.StatusCode);
    }

    [Fact]
    public async Task An_assumed_role_has_keys_of_its_own_that_need_their_token()
    {
        await PutAsync("k", "x");
        var settings = new AmazonSecurityTokenServiceConfig { ServiceURL = Server.Address.ToString(), AuthenticationRegion = "eu-west-1" };
        using var tokens = new AmazonSecurityTokenServiceClient(new BasicAWSCredentials("test", "test"), settings);
        Assert.Equal("arn:aws:iam::000000000000:user/test", (await tokens.GetCallerIdentityAsync(new(), Cancellation)).Arn);
        var role = await tokens.AssumeRoleAsync(new() { RoleArn = "arn:aws:iam::000000000000:role/task", RoleSessionName = "run" }, Cancellation);
        using var assumed = new AmazonSecurityTokenServiceClient(role.Credentials, settings);
        Assert.Equal("arn:aws:sts::000000000000:assumed-role/task/run", (await assumed.GetCallerIdentityAsync(new(), Cancellation)).Arn);
        await Client(_ => { }, role.Credentials).GetObjectMetadataAsync(Bucket, "k", Cancellation);
        await RefusesAsync(HttpStatusCode.BadRequest, "InvalidToken", Client(_ => { }, new SessionAWSCredentials(role.Credentials.AccessKeyId, role.Credentials.SecretAccessKey, "other")));
    }

    private static Task<AmazonS3Exception> RefusesAsync(HttpStatusCode status, string code, IAmazonS3 client) => FailsAsync(status, code, () => client.GetObjectAsync(Bucket, "k", Cancellation));
}
