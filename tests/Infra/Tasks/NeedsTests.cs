using Recommender.AwsEmulator.Http;

namespace Recommender.Infra.Tests.Tasks;

/// <summary>How requests are read as rights.</summary>
public sealed class NeedsTests
{
    private const string Key = "arn:aws:kms:eu-west-1:123456789012:key/k";

    [Theory]
    [InlineData("GetObject", 200, "", "s3:GetObject kms:Decrypt")]
    [InlineData("GetObject", 404, "", "s3:GetObject kms:Decrypt s3:ListBucket")]
    [InlineData("PutObject", 200, "", "s3:PutObject kms:GenerateDataKey")]
    [InlineData("PutObject", 412, "If-Match: \"1\"", "s3:PutObject kms:GenerateDataKey s3:GetObject")]
    [InlineData("PutObject", 412, "If-None-Match: *", "s3:PutObject kms:GenerateDataKey")]
    [InlineData("DeleteObject", 204, "If-Match: \"1\"", "s3:DeleteObject s3:GetObject")]
    [InlineData("DeleteObject", 204, "If-Match: *", "s3:DeleteObject")]
    [InlineData("CopyObject", 200, "x-amz-copy-source: /raw/orders/x", "s3:GetObject kms:Decrypt s3:PutObject kms:GenerateDataKey")]
    public void A_request_of_S3_needs_rights_on_the_object_and_on_its_key(string operation, int status, string header, string actions)
    {
        var headers = header.Split('\n', StringSplitOptions.RemoveEmptyEntries).ToDictionary(line => line.Split(": ")[0], line => line.Split(": ")[1], StringComparer.OrdinalIgnoreCase);
        var needs = new S3Needs(Key).Of(Request("s3", operation, "clean/orders/_lock", "", status, headers)).ToList();

        Assert.Equal(actions.Split(' '), needs.Select(need => need.Action));
        Assert.All(needs.Where(need => need.Action.StartsWith("kms:", StringComparison.Ordinal)), need => Assert.Equal(Key, need.Resource));
        Assert.All(needs.Where(need => need.Action is "s3:PutObject" or "s3:DeleteObject"), need => Assert.Equal("arn:aws:s3:::clean/orders/_lock", need.Resource));
    }

    [Fact]
    public void Each_object_of_a_removal_of_many_needs_the_right()
    {
        var needs = new S3Needs(Key).Of(Request("s3", "DeleteObjects", "clean", "<Delete><Object><Key>orders/a</Key></Object><Object><Key>orders/b</Key></Object></Delete>"));

        Assert.Equal(["arn:aws:s3:::clean/orders/a", "arn:aws:s3:::clean/orders/b"], needs.Select(need => need.Resource));
    }

    [Fact]
    public void A_request_of_the_catalog_needs_the_right_on_all_that_the_table_lies_in()
    {
        var needs = GlueNeeds.Of(Request("glue", "UpdateTable", "", """{ "DatabaseName": "d", "TableInput": { "Name": "t" } }""")).ToList();

        Assert.All(needs, need => Assert.Equal("glue:UpdateTable", need.Action));
        Assert.Equal(["catalog", "database/d", "table/d/t"], needs.Select(need => need.Resource.Split(':')[^1]));
    }

    [Theory]
    [InlineData("s3", "PutObjectAcl")]
    [InlineData("glue", "DeleteDatabase")]
    public void An_operation_that_nobody_has_thought_of_stops_the_test(string service, string operation)
    {
        var request = Request(service, operation, "clean/orders/x", """{ "DatabaseName": "d" }""");

        Assert.Throws<NotSupportedException>(() => service == "s3" ? new S3Needs(Key).Of(request).ToList() : GlueNeeds.Of(request).ToList());
    }

    private static LoggedRequest Request(string service, string operation, string subject, string body, int status = 200, IReadOnlyDictionary<string, string>? headers = null) =>
        new("1", service, operation, subject, $"/{subject}", body, status, "", headers ?? new Dictionary<string, string>(), new Dictionary<string, string>(), null);
}
