using Recommender.Lake.Building;
using Recommender.Lake.Tables;
using Recommender.Pipeline.Graph;
using Recommender.Pipeline.StateMachine;

namespace Recommender.Pipeline.Tests.StateMachine;

public sealed class SchedulerTests
{
    [Theory]
    [InlineData("a", "a")]
    [InlineData("a b:a c:b", "a > b > c")]
    [InlineData("a b c", "(a | b | c)")]
    [InlineData("a b c:a,b", "(a | b) > c")]
    [InlineData("a b:a c:a d:b,c", "a > (b | c) > d")]
    [InlineData("a b:a c d:c", "(a > b | c > d)")]
    // No nesting gives this one exactly: d needs a and b, e needs b and c.
    [InlineData("a b c d:a,b e:b,c", "(a | b | c) > (d | e)")]
    // The long chain x does not wait for the cross-over beside it.
    [InlineData("a b c:a,b d:a,b x y:x z:y", "((a | b) > (c | d) | x > y > z)")]
    public void A_graph_is_nested_with_as_little_waiting_as_can_be(string graph, string expected) =>
        Assert.Equal(expected, Text(Scheduler.Of(Graph(graph))));

    [Fact]
    public void Any_graph_is_nested_so_that_every_step_comes_once_and_after_those_it_reads()
    {
        var random = new Random(7);
        for (var round = 0; round < 200; round++)
        {
            var names = Enumerable.Range(0, random.Next(1, 14)).Select(number => $"t{number}").ToList();
            var graph = Graph(string.Join(' ', names.Select((name, number) => $"{name}:{string.Join(',', names.Take(number).Where(_ => random.Next(4) == 0))}")));
            var schedule = Scheduler.Of(graph);
            Assert.Equal(graph.Steps.Select(step => step.Table.Name.Table).Order(), schedule.Steps.Select(step => step.Table.Name.Table).Order());
            var before = new Dictionary<ITableStep, HashSet<ITableStep>>();
            Order(schedule, [], before);
            Assert.All(graph.Steps, step => Assert.Subset(before[step], graph.Upstream(step).ToHashSet()));
        }
    }

    /// <summary>By step, those that have ended before it starts.</summary>
    private static void Order(Schedule schedule, HashSet<ITableStep> done, Dictionary<ITableStep, HashSet<ITableStep>> before)
    {
        switch (schedule)
        {
            case Schedule.One one:
                before.Add(one.Step, done);
                break;
            case Schedule.AtOnce stage:
                foreach (var branch in stage.Branches)
                {
                    Order(branch, done, before);
                }

                break;
            case Schedule.InTurn turn:
                foreach (var part in turn.Parts)
                {
                    Order(part, done, before);
                    done = [.. done, .. part.Steps];
                }

                break;
        }
    }

    private static string Text(Schedule schedule) => schedule switch
    {
        Schedule.InTurn turn => string.Join(" > ", turn.Parts.Select(Text)),
        Schedule.AtOnce stage => $"({string.Join(" | ", stage.Branches.Select(Text))})",
        _ => schedule.Steps.Single().Table.Name.Table,
    };

    /// <summary>A graph from <c>step:upstream,upstream step …</c>.</summary>
    private static PipelineGraph Graph(string text) => new(text.Split(' ').Select(step => new NamedStep(step.Split(':')[0], step.Split(':', ',').Skip(1).Where(name => name.Length > 0))));

    private sealed class NamedStep(string name, IEnumerable<string> upstream) : ITableStep
    {
        public TableDeclaration Table { get; } = new()
        {
            Name = new TableName(Zone.Clean, name),
            Description = "One row.",
            Columns = [new("id", ColumnType.BigInt, "The row.")],
            Grain = ["id"],
        };

        public IReadOnlyList<TableName> Inputs { get; } = [.. upstream.Select(table => new TableName(Zone.Clean, table))];

        public string Definition => name;

        public IReadOnlyDictionary<DateOnly, string>? Days(StepInputs inputs) => null;

        public StepOutput Build(StepContext context, CancellationToken cancellationToken) => new(0);
    }
}
