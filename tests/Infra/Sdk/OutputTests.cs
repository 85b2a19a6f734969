using System.Collections.Immutable;
using Pulumi;
using Xunit;
using static Pulumi.Utilities.OutputUtilities;

namespace Recommender.Infra.Tests.Sdk;

public class OutputTests
{
    [Fact]
    public async Task A_created_output_is_known_plain_and_depends_on_nothing()
    {
        var output = Output.Create(Task.FromResult(7));

        Assert.Equal(7, await GetValueAsync(output));
        Assert.True(await GetIsKnownAsync(output));
        Assert.False(await Output.IsSecretAsync(output));
        Assert.Empty(await GetDependenciesAsync(output));
    }

    [Fact]
    public async Task Apply_takes_values_tasks_inputs_and_outputs()
    {
        var two = Output.Create(2);

        Assert.Equal(3, await GetValueAsync(two.Apply(value => value + 1)));
        Assert.Equal(4, await GetValueAsync(two.Apply(value => Task.FromResult(value + 2))));
        Assert.Equal(5, await GetValueAsync(two.Apply(value => Output.Create(value + 3))));
        Assert.Equal(6, await GetValueAsync(two.Apply(value => (Input<int>)(value + 4))));
        Assert.Null(await GetValueAsync(two.Apply(_ => (Output<string>?)null)));
    }

    [Fact]
    public async Task Apply_waits_for_an_action()
    {
        var seen = 0;

        await GetValueAsync(Output.Create(2).Apply(async value =>
        {
            await Task.Yield();
            seen = value;
        }));

        Assert.Equal(2, seen);
    }

    [Fact]
    public async Task Apply_never_runs_on_an_unknown_value()
    {
        var runs = 0;

        var applied = CreateUnknown("x").Apply(value => ++runs);

        Assert.False(await GetIsKnownAsync(applied));
        Assert.Equal(0, await GetValueAsync(applied));
        Assert.Equal(0, runs);
    }

    [Fact]
    public async Task An_unknown_factory_is_never_called()
    {
        var output = CreateUnknown<int>(() => throw new InvalidOperationException("called"));

        Assert.False(await GetIsKnownAsync(output));
    }

    [Theory]
    [InlineData(false, false, false)]
    [InlineData(true, false, true)]
    [InlineData(false, true, true)]
    [InlineData(true, true, true)]
    public async Task Apply_is_secret_where_either_part_is(bool outer, bool inner, bool expected)
    {
        var applied = Make(1, outer).Apply(value => Make(value, inner));

        Assert.Equal(expected, await Output.IsSecretAsync(applied));
        Assert.False(await Output.IsSecretAsync(Output.Unsecret(applied)));

        static Output<int> Make(int value, bool secret) => secret ? Output.CreateSecret(value) : Output.Create(value);
    }

    [Fact]
    public async Task An_unknown_inside_makes_the_whole_unknown_and_keeps_the_secret()
    {
        var applied = Output.CreateSecret(1).Apply(value => CreateUnknown(value));

        Assert.False(await GetIsKnownAsync(applied));
        Assert.True(await Output.IsSecretAsync(applied));
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task A_combination_is_secret_and_unknown_wherever_one_part_is(bool first)
    {
        var (plain, secret, unknown) = (Output.Create(1), Output.CreateSecret(1), CreateUnknown(1));

        Assert.True(await Output.IsSecretAsync(first ? Output.Tuple(secret, plain) : Output.Tuple(plain, secret)));
        Assert.True(await Output.IsSecretAsync(first ? Output.All(secret, plain) : Output.All(plain, secret)));
        Assert.False(await GetIsKnownAsync(first ? Output.Tuple(unknown, plain) : Output.Tuple(plain, unknown)));
        Assert.False(await GetIsKnownAsync(first ? Output.All(unknown, plain) : Output.All(plain, unknown)));
    }

    [Fact]
    public async Task A_secret_of_an_output_keeps_its_value()
    {
        Assert.Equal("x", await GetValueAsync(Output.CreateSecret(Output.Create("x"))));
        Assert.True(await Output.IsSecretAsync(Output.CreateSecret(Task.FromResult("x"))));
    }

    [Fact]
    public async Task All_keeps_the_order_and_is_as_known_and_secret_as_its_parts()
    {
        Assert.Equal([1, 2, 3], await GetValueAsync(Output.All(Output.Create(1), Output.Create(2), Output.Create(3))));
        Assert.Equal([1, 2], await GetValueAsync(Output.All<int>(new List<Input<int>> { 1, Output.Create(2) })));
        Assert.False(await GetIsKnownAsync(Output.All(Output.Create(1), CreateUnknown(2))));
        Assert.True(await Output.IsSecretAsync(Output.All(Output.Create(1), Output.CreateSecret(2))));
        Assert.Empty(await GetValueAsync(Output.All(Enumerable.Empty<Output<int>>())));
    }

    [Fact]
    public async Task Tuples_combine_two_to_eight_values()
    {
        var s = Output.CreateSecret("s");
        var i = Output.Create(1);

        Assert.Equal(("s", 1), await GetValueAsync(Output.Tuple(s, i)));
        Assert.Equal(("s", 1, "s"), await GetValueAsync(Output.Tuple(s, i, s)));
        Assert.Equal((1, 1, 1, "s", 1, 1, 1, "s"), await GetValueAsync(Output.Tuple(i, i, i, s, i, i, i, s)));
        Assert.True(await Output.IsSecretAsync(Output.Tuple(i, i, i, i, i, i, s)));
        Assert.False(await GetIsKnownAsync(Output.Tuple((Input<int>)1, (Input<int>)CreateUnknown(2))));
    }

    [Fact]
    public async Task Format_fills_in_values_inputs_and_outputs_in_the_invariant_culture()
    {
        Input<string> input = "in";

        Assert.Equal("in/out/1.5/{x}/007", await GetValueAsync(Output.Format($"{input}/{Output.Create("out")}/{1.5}/{{x}}/{7:000}")));
        Assert.False(await GetIsKnownAsync(Output.Format($"{CreateUnknown("x")}")));
        Assert.True(await Output.IsSecretAsync(Output.Format($"a{Output.CreateSecret("x")}")));
    }

    [Fact]
    public async Task Arrays_and_unions_have_shortcuts()
    {
        var array = Output.Create(ImmutableArray.Create("a", "b"));
        var union = Output.Create(Union<string, int>.FromT1(4));

        Assert.Equal("a", await GetValueAsync(array.First()));
        Assert.Equal("b", await GetValueAsync(array.GetAt(1)));
        Assert.Equal(2, await GetValueAsync(array.Length()));
        Assert.True(await GetValueAsync(union.IsT1()));
        Assert.Equal(4, await GetValueAsync(union.AsT1()));
        Assert.Equal(4, await GetValueAsync(union.Value()));
        await Assert.ThrowsAsync<InvalidOperationException>(() => GetValueAsync(union.AsT0()));
    }

    [Fact]
    public async Task A_failure_is_passed_on()
    {
        var failed = Output.Create(1).Apply(int (_) => throw new FormatException("no"));

        var exception = await Assert.ThrowsAsync<FormatException>(() => GetValueAsync(Output.Format($"{failed}")));
        Assert.Equal("no", exception.Message);
    }

    [Fact]
    public async Task Text_of_an_output_is_a_warning()
    {
        string? text = null;

        await Mocked.DeployAsync(() => text = Output.Create("x").ToString());

        Assert.StartsWith("Calling [ToString] on an [Output<T>] is not supported.", text, StringComparison.Ordinal);
        Assert.EndsWith("This function may throw in a future version of Pulumi.", text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_deferred_output_is_resolved_once()
    {
        var deferred = new DeferredOutput<int>();
        var next = deferred.Output.Apply(value => value + 1);

        deferred.Resolve(Output.CreateSecret(1));

        Assert.Equal(2, await GetValueAsync(next));
        Assert.True(await Output.IsSecretAsync(next));
        Assert.Throws<InvalidOperationException>(() => deferred.Resolve(Output.Create(2)));
    }
}
