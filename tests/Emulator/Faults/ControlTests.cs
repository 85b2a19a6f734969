using System.Net;
using System.Net.Http.Json;
using System.Text;
using System.Text.Json.Nodes;
using Recommender.Emulator.Tests.Support;

namespace Recommender.Emulator.Tests.Faults;

public sealed class ControlTests : S3Test
{
    private readonly HttpClient _http = new();

    [Fact]
    public async Task Faults_are_set_and_cleared_over_http()
    {
        Assert.Equal(HttpStatusCode.NoContent, await PostAsync("faults", """{ "service": "s3", "operation": "PutObject", "kind": "Throttle", "times": 2, "match": "k" }"""));
        await FailsAsync(HttpStatusCode.ServiceUnavailable, "SlowDown", () => PutAsync("k", "x"));
        await _http.DeleteAsync(Control("faults"), Cancellation);
        await PutAsync("k", "x");
        Assert.Equal(HttpStatusCode.NoContent, await PostAsync("query-faults", """{ "kind": "Failed", "reason": "because", "retryable": true }"""));
        Assert.Equal(1, Server.Faults.Pending);
    }

    [Theory]
    [InlineData("""{ "kind": "Meteorite" }""")]
    [InlineData("""{ "operation": "PutObject" }""")]
    [InlineData("""{ "kind": "Hang", "operaton": "PutObject" }""")]
    [InlineData("null")]
    public async Task What_is_no_fault_is_refused(string fault)
    {
        Assert.Equal(HttpStatusCode.BadRequest, await PostAsync("faults", fault));
        Assert.Equal(0, Server.Faults.Pending);
    }

    [Fact]
    public async Task The_log_says_what_was_asked()
    {
        await PutAsync("a/b", "x");
        var entry = Assert.Single((await _http.GetFromJsonAsync<JsonArray>(Control("log"), Cancellation))!);
        Assert.Equal(("s3", "PutObject", $"{Bucket}/a/b", 200), ((string)entry!["service"]!, (string)entry["operation"]!, (string)entry["subject"]!, (int)entry["status"]!));
        await _http.DeleteAsync(Control("log"), Cancellation);
        Assert.Empty(Server.Log);
        using var missing = await _http.GetAsync(Control("nothing"), Cancellation);
        Assert.Equal(HttpStatusCode.NotFound, missing.StatusCode);
    }

    private Uri Control(string name) => new(Server.Address, $"_emulator/{name}");

    private async Task<HttpStatusCode> PostAsync(string name, string body)
    {
        using var content = new StringContent(body, Encoding.UTF8, "application/json");
        using var answer = await _http.PostAsync(Control(name), content, Cancellation);
        return answer.StatusCode;
    }
}
