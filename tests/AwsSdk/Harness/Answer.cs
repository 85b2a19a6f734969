namespace Recommender.AwsSdk.Tests.Harness;

/// <summary>What the listener does with one request. <paramref name="Status"/> 0 closes the connection without an answer, -1 never answers.</summary>
internal sealed record Answer(int Status, string Body = "{}", string? ErrorHeader = null)
{
    public static Answer Torn { get; } = new(0);

    public static Answer Silence { get; } = new(-1);

    public static Answer Ok(string body = "{}") => new(200, body);

    public static Answer Error(string type, string message = "no", int status = 400) =>
        new(status, $$"""{"__type":"{{type}}","message":"{{message}}"}""");
}
