using System.Text.Json;
using Recommender.Pipeline.Console;
using Recommender.Pipeline.Evaluation;
using Recommender.Pipeline.Tests.Support;
using Recommender.Tests;

namespace Recommender.Pipeline.Tests.Evaluation;

public sealed class EvaluationTableTests
{
    [Theory]
    [InlineData(80)]
    [InlineData(200)]
    public void Tables_fit_the_window(int width)
    {
        var text = Written(width, SomeMetrics.Rows);

        Assert.All(text.Split('\n'), line => Assert.InRange(TextTable.Width(line), 0, width));
        Golden.Verify($"evaluation-{width}", text);
    }

    [Fact]
    public void Nothing_measured_writes_nothing() => Assert.Equal("", Written(80, []));

    [Fact]
    public void Json_has_every_row_and_a_summary_by_model()
    {
        using var writer = new StringWriter();
        JsonText.Write(writer, json =>
        {
            json.WriteStartObject();
            EvaluationJson.WriteSummary(json, SomeMetrics.Rows);
            EvaluationJson.WriteRows(json, SomeMetrics.Rows, SomeMetrics.Calibration);
            json.WriteEndObject();
        });
        var document = JsonDocument.Parse(writer.ToString()).RootElement;

        var published = document.GetProperty("metrics").GetProperty("models").GetProperty("published_one");
        Assert.Equal((0.51, 0.5), (published.GetProperty("recall@10").GetDouble(), published.GetProperty("auc").GetDouble()));
        Assert.Equal(1234, document.GetProperty("metrics").GetProperty("users").GetInt64());
        Assert.Equal(SomeMetrics.Rows.Count, document.GetProperty("estimates").GetArrayLength());
        Assert.Equal(12, document.GetProperty("calibration").GetArrayLength());
        var heavy = document.GetProperty("estimates").EnumerateArray().First(row => row.GetProperty("segment").GetString() == "heavy");
        Assert.Equal(JsonValueKind.Null, heavy.GetProperty("low").ValueKind);
    }

    private static string Written(int width, IReadOnlyList<MetricRow> rows)
    {
        using var output = new StringWriter { NewLine = "\n" };
        EvaluationTable.WriteAll(new Terminal { Out = output, Error = TextWriter.Null, Clock = new FakeClock(DateTimeOffset.UnixEpoch), Width = width }, rows);
        return output.ToString();
    }
}
