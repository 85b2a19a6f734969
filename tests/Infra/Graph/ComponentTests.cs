using Recommender.Infra.Tests.Harness;

namespace Recommender.Infra.Tests.Graph;

public sealed class ComponentTests
{
    private static readonly string[] _always = ["Alerting", "Catalog", "Containers", "DataLake", "Delivery", "Monitoring", "Network", "PermissionsBoundary", "Query"];

    [Theory]
    [InlineData("uat", "Pipeline", "Serving", "SourceDatabase")]
    [InlineData("uat-everything", "Dashboards", "Pipeline", "Serving", "SourceDatabase", "Streaming")]
    [InlineData("uat-bootstrap", "SourceDatabase")]
    [InlineData("uat-least", "Pipeline")]
    [InlineData("prod", "Pipeline", "Serving", "SourceDatabase", "Streaming")]
    [InlineData("prod-everything", "Dashboards", "Pipeline", "Serving", "SourceDatabase", "Streaming")]
    [InlineData("prod-bootstrap", "SourceDatabase", "Streaming")]
    [InlineData("prod-least", "Pipeline")]
    public async Task A_stack_has_the_components_that_its_settings_ask_for(string name, params string[] besides)
    {
        var graph = await Graphs.OfAsync(name);
        var top = graph.Resources.Where(resource => resource.Options.IsComponent && resource.Options.Parent is null).Select(component => component.Type).Order(StringComparer.Ordinal);
        Assert.Equal(_always.Concat(besides).Order(StringComparer.Ordinal).Select(component => $"recommender:infra:{component}"), top);
    }

    [Theory]
    [MemberData(nameof(Graphs.Names), MemberType = typeof(Graphs))]
    public async Task Every_resource_hangs_under_a_component_and_is_named_after_it(string name)
    {
        var graph = await Graphs.OfAsync(name);
        Faults.None(graph.Resources
            .Where(resource => graph.Parent(resource) is var parent && (parent is null ? !resource.Options.IsComponent : resource.Name != parent.Name && !resource.Name.StartsWith($"{parent.Name}-", StringComparison.Ordinal)))
            .Select(resource => $"{resource} hangs under {resource.Options.Parent ?? "the stack"}"));
    }

    [Theory]
    [MemberData(nameof(Graphs.Names), MemberType = typeof(Graphs))]
    public async Task No_component_is_empty(string name)
    {
        var graph = await Graphs.OfAsync(name);
        Faults.None(graph.Resources.Where(resource => resource.Options.IsComponent && !graph.Children(resource).Any()).Select(resource => $"{resource} has no children"));
    }

    [Theory]
    [MemberData(nameof(Graphs.Names), MemberType = typeof(Graphs))]
    public async Task Protection_is_said_to_the_resource_that_holds_data(string name)
    {
        // On a component it would be inherited, and then removed with it; retention is not inherited at all.
        var graph = await Graphs.OfAsync(name);
        Faults.None(graph.Resources.Where(resource => resource.Options.IsComponent && (resource.Options.Protect ?? resource.Options.RetainOnDelete) is not null).Select(resource => resource.ToString()));
        Faults.None(graph.Resources.Where(resource => graph.Stack == "uat" && resource.Options.Protect == true).Select(resource => $"{resource} cannot be thrown away"));
    }
}
