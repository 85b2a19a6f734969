using System.Text;
using Recommender.Ingest.Csv;
using Recommender.Lake.Tables;
using Recommender.Tests;

namespace Recommender.Ingest.Tests.Csv;

public sealed class LineSurveyorTests
{
    private const int Seed = 20;

    private static readonly Column[] Whole = [new("a", ColumnType.BigInt, "A."), new("b", ColumnType.Integer, "B."), new("c", ColumnType.BigInt, "C.")];
    private static readonly Column[] Various = [new("a", ColumnType.BigInt, "A."), new("b", ColumnType.Varchar, "B."), new("c", ColumnType.Double, "C.")];

    [Theory]
    [InlineData("1,2,3", true)]
    [InlineData("-1,-20,007", true)]
    [InlineData(",,", true)]
    [InlineData("1,2", false)]
    [InlineData("1,2,3,", false)]
    [InlineData("--5,1,1", false)]
    [InlineData("5-3,1,1", false)]
    [InlineData("-,1,1", false)]
    [InlineData("1,1,-", false)]
    [InlineData("1,1,5-", false)]
    [InlineData("+5,1,1", false)]
    [InlineData("1.5,1,1", false)]
    [InlineData("1e3,1,1", false)]
    [InlineData("0x10,1,1", false)]
    [InlineData("1_000,1,1", false)]
    [InlineData(" 2,1,1", false)]
    [InlineData("2 ,1,1", false)]
    [InlineData("\"2\",1,1", false)]
    [InlineData("2\0,1,1", false)]
    [InlineData("1,1,1\0", false)]
    [InlineData("١,1,1", false)]
    public void Whole_numbers_are_plain_in_one_form_only(string line, bool isPlain)
    {
        // Before and behind many plain lines, the line falls to the wide scan and to the narrow one.
        var plain = string.Concat(Enumerable.Repeat("11,22,33\n", 20));
        Assert.Equal(isPlain ? [] : [2L, 23L], Survey($"a,b,c\n{line}\n{plain}{line}\n", Whole).Doubtful);
    }

    [Theory]
    [InlineData("1,prior,7.0", true)]
    [InlineData("1,prior,-0.25", true)]
    [InlineData("1,,", true)]
    [InlineData("1,a b,1", false)]
    [InlineData("1,\"a\",1", false)]
    [InlineData("1,é,1", false)]
    [InlineData("1,a\u007F,1", false)]
    [InlineData("1,a,.5", false)]
    [InlineData("1,a,5.", false)]
    [InlineData("1,a,1e5", false)]
    [InlineData("1,a,nan", false)]
    [InlineData("1,a,inf", false)]
    [InlineData("1,a,1.2.3", false)]
    [InlineData("1,a,111111111111111111111111111111111", false)]
    public void Text_and_decimals_are_plain_in_one_form_only(string line, bool isPlain) =>
        Assert.Equal(isPlain ? [] : [2L], Survey($"a,b,c\n{line}\n1,x,2\n", Various).Doubtful);

    [Theory]
    [InlineData("a,b,c\n1,2,3\n", LineEnds.Lf)]
    [InlineData("a,b,c\n1,2,3", LineEnds.Lf)]
    [InlineData("a,b,c\r\n1,2,3\r\n", LineEnds.CrLf)]
    [InlineData("a,b,c\r\n1,2,3", LineEnds.CrLf)]
    [InlineData("a,b,c\n1,2,3\r\n", LineEnds.Mixed)]
    [InlineData("a,b,c\r\n1,2,3\n4,5,6\r\n", LineEnds.Mixed)]
    [InlineData("a,b,c\r\n1,2,3\n4,5,6", LineEnds.Mixed)]
    [InlineData("a,b,c\n1,2,3\r", LineEnds.Mixed)]
    [InlineData("a,b,c\n1,2\r,3\n", LineEnds.Mixed)]
    [InlineData("a,b,c\r\n1,2,3\r\r\n", LineEnds.Mixed)]
    [InlineData("a,b,c", LineEnds.Lf)]
    [InlineData("", LineEnds.Lf)]
    public void Line_ends_are_told_apart(string text, LineEnds ends)
    {
        Assert.Equal(ends, Survey(text, Whole).Ends);
        var more = text.Contains('\r') ? string.Concat(Enumerable.Repeat("1,2,3\r\n", 30)) : string.Concat(Enumerable.Repeat("1,2,3\n", 30));
        Assert.Equal(ends, Survey(text.Insert(text.IndexOf('\n') + 1, text.Contains('\n') && ends != LineEnds.Mixed ? more : ""), Whole).Ends);
    }

    [Theory]
    [InlineData("")]
    [InlineData("a,b,c")]
    [InlineData("a,b,c\r\n")]
    [InlineData("a,b,c\n\n\n")]
    public void A_file_without_rows_has_none(string text) => Assert.Equal(0, Survey(text, Whole).Rows);

    /// <summary>A file of random tokens: blank lines, line ends of both kinds, minuses and strange bytes at every place of a block.</summary>
    [Theory]
    [InlineData("\n", 1)]
    [InlineData("\n", 40)]
    [InlineData("\r\n", 40)]
    [InlineData("\n", 4000)]
    [InlineData("\r\n", 4000)]
    public void The_survey_is_what_its_definition_says(string end, int oddness)
    {
        var random = new Random(Seed + oddness);
        for (var round = 0; round < 60; round++)
        {
            var text = new StringBuilder("a,b,c").Append(end);
            for (var line = 0; line < 400; line++)
            {
                text.Append(Odd(random, oddness, end) ?? $"{Number(random)},{Number(random)},{Number(random)}").Append(end);
            }

            text.Length -= random.Next(8);
            var bytes = Encoding.Latin1.GetBytes(text.ToString());
            var wide = Survey(bytes, Whole);
            var defined = Defined(bytes);
            Assert.Equal(defined.Rows, wide.Rows);
            Assert.Equal(defined.Blank, wide.Blank);
            Assert.Equal(defined.Doubtful, wide.Doubtful);
            Assert.Equal(defined.Ends, wide.Ends);
        }
    }

    private static string? Odd(Random random, int oddness, string end) => random.Next(oddness) > 0 ? null : random.Next(9) switch
    {
        0 => "",
        1 => end,
        2 => "\r",
        3 => "1,2",
        4 => "1,2,3,4" + (random.Next(2) == 0 ? "" : end + "5,6"),
        5 => $"{Number(random)}-,-,-{Number(random)}",
        6 => $"--{Number(random)},1,1",
        7 => new string('7', random.Next(200)),
        _ => string.Concat(Enumerable.Range(0, random.Next(12)).Select(_ => "0123456789,,,---\r \"x\0\xFF"[random.Next(21)])),
    };

    private static string Number(Random random) => random.Next(6) switch { 0 => "", 1 => $"-{random.Next(100)}", _ => $"{random.Next(1 << random.Next(1, 30))}" };

    private static LineSurvey Survey(string text, IReadOnlyList<Column> columns) => Survey(Encoding.UTF8.GetBytes(text), columns);

    private static LineSurvey Survey(byte[] bytes, IReadOnlyList<Column> columns)
    {
        using var folder = new TemporaryFolder();
        File.WriteAllBytes(folder["a.csv"], bytes);
        return LineSurveyor.Survey(new CsvSource(folder["a.csv"]), columns, null, CancellationToken.None);
    }

    /// <summary>What the survey says, by its definition.</summary>
    private static LineSurvey Defined(byte[] bytes)
    {
        List<long> blank = [];
        List<long> doubtful = [];
        var text = Encoding.Latin1.GetString(bytes);
        var lines = text.Split('\n');
        var count = lines[^1].Length == 0 ? lines.Length - 1 : lines.Length;
        for (var i = 1; i < count; i++)
        {
            var line = lines[i].EndsWith('\r') ? lines[i][..^1] : lines[i];
            if (line.Length == 0)
            {
                blank.Add(i + 1);
            }
            else if (!System.Text.RegularExpressions.Regex.IsMatch(line, @"^(-?[0-9]+)?,(-?[0-9]+)?,(-?[0-9]+)?\z"))
            {
                doubtful.Add(i + 1);
            }
        }

        var pairs = text.Split("\r\n").Length - 1;
        var feeds = text.Count(c => c == '\n');
        var ends = text.Count(c => c == '\r') != pairs || (pairs > 0 && pairs < feeds) ? LineEnds.Mixed : pairs > 0 ? LineEnds.CrLf : LineEnds.Lf;
        return new LineSurvey(count - 1 - blank.Count, blank, doubtful, ends);
    }
}
