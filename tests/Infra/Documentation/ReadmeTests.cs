using System.Globalization;
using System.Text.RegularExpressions;
using Recommender.Infra.Settings;
using Recommender.Infra.Tests.Harness;

namespace Recommender.Infra.Tests.Documentation;

/// <summary>What the README says in numbers, held to the program.</summary>
public sealed partial class ReadmeTests
{
    private static readonly string[] _stacks = ["uat", "prod"];

    [Fact]
    public void The_table_of_settings_lists_what_differs_and_nothing_else()
    {
        var settings = _stacks.Select(stack => Values(StackVariant.Committed(stack)).ToDictionary()).ToArray();
        var differing = settings[0].Keys.Where(path => settings[0][path] != settings[1][path]).Select(path => $"{path}: {settings[0][path]}, {settings[1][path]}");

        Assert.Equal(differing.Order(StringComparer.Ordinal), ReadmeTable.Rows("setting").Select(row => $"{row[0]}: {row[1]}, {row[2]}").Order(StringComparer.Ordinal));
    }

    [Fact]
    public async Task The_table_of_components_counts_their_resources()
    {
        var rows = ReadmeTable.Rows("component");
        for (var column = 0; column < _stacks.Length; column++)
        {
            var graph = await Graphs.OfAsync(_stacks[column]);
            var counts = graph.Resources.Where(resource => resource.Type.StartsWith("aws", StringComparison.Ordinal)).CountBy(resource => resource.Name.Split('-')[0]).ToDictionary();
            var told = rows.ToDictionary(row => row[0], row => int.Parse(row[column + 2], CultureInfo.InvariantCulture));

            Assert.Equal(counts.Values.Sum(), told["all"]);
            Assert.Equal(
                counts.Select(count => $"{count.Key} {count.Value}").Order(StringComparer.Ordinal),
                told.Where(row => row.Key != "all" && row.Value > 0).Select(row => $"{row.Key} {row.Value}").Order(StringComparer.Ordinal));
        }
    }

    [Fact]
    public void The_arithmetic_of_costs_is_right()
    {
        var rows = ReadmeTable.Rows("an idle month");
        for (var column = 2; column < 4; column++)
        {
            var amounts = rows.Where(row => row[0] != "all").Select(row => Amount(row[column])).ToList();
            Assert.Equal(amounts.Sum(), decimal.Parse(rows.Single(row => row[0] == "all")[column], CultureInfo.InvariantCulture));
        }
    }

    [Theory]
    [InlineData("uat", 2)]
    [InlineData("prod", 3)]
    public async Task The_quantities_of_costs_are_the_stacks(string stack, int column)
    {
        var graph = await Graphs.OfAsync(stack);
        var settings = Read(StackVariant.Committed(stack));
        var rows = ReadmeTable.Rows("an idle month");

        decimal Quantity(string item) => Factors(Assert.Single(rows, row => row[0].StartsWith(item, StringComparison.Ordinal))[column]).Quantity;

        Assert.Equal(graph.OfType("ec2/vpcEndpoint:VpcEndpoint").Where(endpoint => endpoint.Text("vpcEndpointType") == "Interface").Sum(endpoint => endpoint.List("subnetIds").Length), Quantity("interface endpoints"));
        Assert.Equal(graph.OfType("rds/instance:Instance").Count(), Quantity($"database {settings.Database.InstanceClass}"));
        Assert.Equal(settings.Database.StorageGiB, Quantity("database storage"));
        Assert.Equal(graph.OfType("lb/loadBalancer:LoadBalancer").Count(), Quantity("load balancer"));
        Assert.Equal(settings.Serving.MinTasks * settings.Containers.Serving.Cpu / 1024m, Quantity("serving, cores"));
        Assert.Equal(settings.Serving.MinTasks * settings.Containers.Serving.MemoryMiB / 1024m, Quantity("serving, GiB"));
        Assert.Equal(graph.OfType("kinesis/stream:Stream").Sum(stream => (decimal)stream.Number("shardCount")!), Quantity("stream shards"));
        Assert.Equal(graph.OfType("kms/key:Key").Count(), Quantity("encryption key"));
        Assert.Equal(graph.OfType("cloudwatch/metricAlarm:MetricAlarm").Count(), Quantity("alarms"));
        Assert.Equal(graph.OfType("cloudwatch/dashboard:Dashboard").Count(), Quantity("dashboard"));
    }

    private static StackSettings Read(StackVariant variant) => SettingsReader.Parse(System.Text.Json.JsonSerializer.SerializeToElement(variant.Settings()), variant.Stack);

    private static IEnumerable<KeyValuePair<string, string>> Values(StackVariant variant) => Values(Read(variant), "");

    private static IEnumerable<KeyValuePair<string, string>> Values(object settings, string path) => settings.GetType().GetProperties().SelectMany(property =>
    {
        var name = path + System.Text.Json.JsonNamingPolicy.CamelCase.ConvertName(property.Name);
        var value = property.GetValue(settings)!;
        return property.PropertyType.Namespace == typeof(StackSettings).Namespace
            ? Values(value, $"{name}.")
            : [KeyValuePair.Create(name, value is bool flag ? (flag ? "true" : "false") : Convert.ToString(value, CultureInfo.InvariantCulture)!)];
    });

    private static decimal Amount(string cell)
    {
        var (quantity, price, amount) = Factors(cell);
        Assert.Equal(Math.Round(quantity * price, 2, MidpointRounding.AwayFromZero), amount);
        return amount;
    }

    // 9 × 8.03 = 72.27
    private static (decimal Quantity, decimal Price, decimal Amount) Factors(string cell)
    {
        if (cell == "0")
        {
            return (0, 0, 0);
        }

        var numbers = Arithmetic().Match(cell);
        Assert.True(numbers.Success, $"'{cell}' is not of the form 9 × 8.03 = 72.27");
        decimal Number(int group) => decimal.Parse(numbers.Groups[group].Value, CultureInfo.InvariantCulture);
        return (Number(1), Number(2), Number(3));
    }

    [GeneratedRegex(@"^([0-9.]+) × ([0-9.]+) = ([0-9.]+)$")]
    private static partial Regex Arithmetic();
}
