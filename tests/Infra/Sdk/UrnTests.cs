using Pulumi;
using Xunit;
using static Pulumi.Utilities.OutputUtilities;

namespace Recommender.Infra.Tests.Sdk;

public class UrnTests
{
    [Fact]
    public async Task A_urn_is_made_from_names_types_and_parents()
    {
        await Mocked.DeployAsync(async () =>
        {
            Assert.Equal("urn:pulumi:stack::project::a:b:C::n", await GetValueAsync(Urn.Create("n", "a:b:C")));
            Assert.Equal("urn:pulumi:s::p::a:b:C::n", await GetValueAsync(Urn.Create("n", "a:b:C", project: "p", stack: "s")));
            Assert.Equal(
                "urn:pulumi:s::p::x:y:Z$a:b:C::n", await GetValueAsync(Urn.Create("n", "a:b:C", parentUrn: "urn:pulumi:s::p::x:y:Z::m")));
            var parent = new Widget("parent");
            Assert.Equal(
                "urn:pulumi:stack::project::pulumi:pulumi:Stack$test:index/widget:Widget$a:b:C::n",
                await GetValueAsync(Urn.Create("n", "a:b:C", parent)));
            Assert.Throws<ArgumentException>(() => Urn.Create("n", "t", parent, "urn:pulumi:s::p::x:y:Z::m"));
        });
    }

    [Fact]
    public void Urns_are_compared_as_texts()
    {
        var urn = new Urn("urn:pulumi:s::p::a:b:C::n");

        Assert.True(urn == new Urn("urn:pulumi:s::p::a:b:C::n"));
        Assert.True(urn != new Urn("urn:pulumi:s::p::a:b:C::m"));
        Assert.Equal("urn:pulumi:s::p::a:b:C::n", (string)urn);
        Assert.Equal(urn.ToString(), urn);
        Assert.Throws<ArgumentException>(() => new Urn(""));
    }

    [Fact]
    public async Task Resources_are_named_under_the_outermost_type_above_them()
    {
        var resources = await Mocked.DeployAsync(() =>
        {
            var box = new Box("box", new BoxArgs { Label = "x" });
            _ = new Widget("loose", null, new CustomResourceOptions { Parent = box.Widget });
        });

        var urns = await Task.WhenAll(resources.Select(resource => GetValueAsync(resource.Urn)));
        Assert.Equal(
            [
                "urn:pulumi:stack::project::pulumi:pulumi:Stack$test:index/widget:Widget::box-widget",
                "urn:pulumi:stack::project::pulumi:pulumi:Stack$test:index/widget:Widget::loose",
                "urn:pulumi:stack::project::pulumi:pulumi:Stack$test:index:Box::box",
            ],
            urns.Order(StringComparer.Ordinal));
    }
}
