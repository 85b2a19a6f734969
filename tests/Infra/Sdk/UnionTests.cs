using Pulumi;
using Xunit;

namespace Recommender.Infra.Tests.Sdk;

public class UnionTests
{
    private static readonly Union<string, int> Text = "a";
    private static readonly Union<string, int> Number = 4;

    [Fact]
    public void A_union_knows_which_type_it_holds()
    {
        Assert.True(Text.IsT0);
        Assert.True(Number.IsT1);
        Assert.Equal("a", Text.AsT0);
        Assert.Equal(4, Number.AsT1);
        Assert.Throws<InvalidOperationException>(() => Text.AsT1);
        Assert.True(default(Union<string, int>).IsT0);
    }

    [Fact]
    public void Equality_is_by_type_and_value()
    {
        Assert.True(Number == Union<string, int>.FromT1(4));
        Assert.True(Number != Text);
        Assert.Equal(Number.GetHashCode(), Union<string, int>.FromT1(4).GetHashCode());
        Assert.False(Union<int, int>.FromT0(1).Equals(Union<int, int>.FromT1(1)));
    }

    [Fact]
    public void Each_type_has_its_branch()
    {
        var seen = new List<object>();
        Text.Switch(seen.Add, number => seen.Add(-number));
        Number.Switch(seen.Add, number => seen.Add(-number));

        Assert.Equal(["a", -4], seen);
        Assert.Equal(1, Text.Match(text => text.Length, number => number));
        Assert.Equal(5L, Number.MapT1(number => number + 1L).AsT1);
        Assert.Equal("a", Text.MapT1(number => number + 1L).AsT0);
        Assert.Equal(1, Text.Bimap(text => text.Length, number => $"{number}").AsT0);
        Assert.True(Number.TryPickT1(out var picked, out _));
        Assert.Equal(4, picked);
        Assert.False(Number.TryPickT0(out _, out var rest));
        Assert.Equal(4, rest);
        Assert.Equal("System.Int32: 4", Number.ToString());
    }
}
