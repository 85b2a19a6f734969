using System.Collections.Immutable;
using System.Text.Json;
using Pulumi;
using Xunit;
using static Pulumi.Utilities.OutputUtilities;

namespace Recommender.Infra.Tests.Sdk;

public class OutputJsonTests
{
    [Fact]
    public async Task Outputs_and_inputs_inside_become_their_values()
    {
        InputList<int> list = new[] { 1, 2 };
        InputMap<string> map = new() { { "k", Output.Create("v") } };
        Input<string> input = "in";
        var value = Output.Create(new Dictionary<string, object?>
        {
            ["output"] = Output.Create("out"), ["input"] = input, ["list"] = list, ["map"] = map, ["plain"] = 3, ["none"] = null,
        });

        var json = Output.JsonSerialize(value);

        Assert.Equal(
            """{"output":"out","input":"in","list":[1,2],"map":{"k":"v"},"plain":3,"none":null}""",
            await GetValueAsync(json));
        Assert.False(await Output.IsSecretAsync(json));
    }

    [Fact]
    public async Task An_unknown_or_secret_inside_counts_for_the_text()
    {
        var json = Output.JsonSerialize(Output.Create(new object[] { Output.CreateSecret(1), CreateUnknown("x") }));

        Assert.False(await GetIsKnownAsync(json));
        Assert.True(await Output.IsSecretAsync(json));
    }

    [Fact]
    public async Task Options_are_used_and_left_as_they_are()
    {
        var options = new JsonSerializerOptions { PropertyNamingPolicy = JsonNamingPolicy.CamelCase };

        Assert.Equal("""{"name":"x"}""", await GetValueAsync(Output.JsonSerialize(Output.Create(new { Name = "x" }), options)));
        Assert.Empty(options.Converters);
    }

    [Fact]
    public async Task Resources_inside_are_dependencies_of_the_text()
    {
        var dependencies = ImmutableHashSet<Resource>.Empty;

        await Mocked.DeployAsync(async () =>
        {
            var widget = new Widget("w", new WidgetArgs { Label = "tea" });
            var json = Output.JsonSerialize(Output.Create(new { widget.Label }));
            Assert.Equal("""{"Label":"tea"}""", await GetValueAsync(json));
            dependencies = await GetDependenciesAsync(json);
        });

        Assert.Equal("w", Assert.Single(dependencies).GetResourceName());
    }

    [Fact]
    public async Task Reading_gives_outputs_the_secrecy_of_the_text()
    {
        var read = Output.JsonDeserialize<ImmutableArray<Output<int>>>(Output.CreateSecret("[1,2]"));

        var items = await GetValueAsync(read);
        Assert.Equal([1, 2], await GetValueAsync(Output.All(items)));
        Assert.True(await Output.IsSecretAsync(items[0]));
        Assert.False(await GetIsKnownAsync(Output.JsonDeserialize<int>(CreateUnknown("1"))));
    }
}
