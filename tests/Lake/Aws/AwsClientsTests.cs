using Amazon.Runtime;
using Amazon.S3;
using Recommender.Lake.Aws;
using Recommender.Lake.Errors;

namespace Recommender.Lake.Tests.Aws;

public sealed class AwsClientsTests
{
    private static readonly AwsClientOptions _options = new() { Credentials = new BasicAWSCredentials("test", "test"), Region = "eu-west-1" };

    [Fact]
    public void All_clients_have_the_same_retries_and_time_outs()
    {
        using var clients = new AwsClients(_options with { Retries = 7, AnswerTimeout = TimeSpan.FromSeconds(9), ConnectTimeout = TimeSpan.FromSeconds(3) });
        foreach (var config in new[] { clients.S3.Config, clients.Athena.Config, clients.Glue.Config })
        {
            Assert.Equal((RequestRetryMode.Standard, 7), (config.RetryMode, config.MaxErrorRetry));
            Assert.Equal((TimeSpan.FromSeconds(9), TimeSpan.FromSeconds(3)), (config.Timeout, config.ConnectTimeout));
            Assert.Equal("eu-west-1", config.RegionEndpoint.SystemName);
        }
    }

    [Fact]
    public void An_endpoint_of_its_own_is_spoken_to_in_path_style()
    {
        using var clients = new AwsClients(_options with { Endpoint = new Uri("http://127.0.0.1:4566") });
        Assert.True(((AmazonS3Config)clients.S3.Config).ForcePathStyle);
        Assert.Equal(("http://127.0.0.1:4566/", "eu-west-1"), (clients.S3.Config.ServiceURL, clients.S3.Config.AuthenticationRegion));
        Assert.Equal("http://127.0.0.1:4566/", clients.Glue.Config.ServiceURL);
    }

    [Fact]
    public void Options_tell_all_their_faults()
    {
        var options = _options with { Retries = 21, AnswerTimeout = TimeSpan.Zero, Endpoint = new Uri("elsewhere", UriKind.Relative) };
        Assert.Equal(3, options.Faults().Count());
        Assert.Throws<CallerException>(() => new AwsClients(options));
        Assert.Empty(new AwsClientOptions().Faults());
    }
}
