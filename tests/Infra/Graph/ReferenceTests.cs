using Recommender.Infra.Tests.Harness;

namespace Recommender.Infra.Tests.Graph;

public sealed class ReferenceTests
{
    // Names of what there is not yet: a snapshot that a deletion makes, a label for people.
    private static readonly string[] _notReferences = ["tags.", "finalSnapshotIdentifier", "description"];

    [Theory]
    [MemberData(nameof(Graphs.Names), MemberType = typeof(Graphs))]
    public async Task Every_name_that_an_input_mentions_is_that_of_a_resource_of_the_stack(string name)
    {
        var graph = await Graphs.OfAsync(name);
        var names = new NameRegistry(graph);
        Faults.None(
            from resource in graph.Resources
            where !resource.Options.IsComponent
            from input in resource.Texts()
            where !_notReferences.Any(path => input.Path.StartsWith(path, StringComparison.Ordinal))
            from mention in names.Mentions(input.Text)
            where !names.Knows(mention.Name, mention.Wildcard)
            select $"{resource}, {input.Path}: {mention.Name}{(mention.Wildcard ? "*" : "")} is no resource of {name}");
    }

    [Theory]
    [MemberData(nameof(Graphs.Names), MemberType = typeof(Graphs))]
    public async Task Every_name_that_an_output_mentions_is_that_of_a_resource_of_the_stack(string name)
    {
        var graph = await Graphs.OfAsync(name);
        var names = new NameRegistry(graph);
        Faults.None(
            from output in GraphValue.Texts(graph.Outputs, "")
            from mention in names.Mentions(output.Text)
            where !names.Knows(mention.Name, mention.Wildcard)
            select $"output {output.Path}: {mention.Name} is no resource of {name}");
    }

    [Theory]
    [MemberData(nameof(Graphs.Names), MemberType = typeof(Graphs))]
    public async Task No_two_resources_of_a_type_have_one_physical_name(string name)
    {
        // AWS refuses the second, in the middle of an update. A zone's tables are named within their database.
        var graph = await Graphs.OfAsync(name);
        var named = from resource in graph.Resources
                    where !resource.Options.IsComponent && CloudNames.Explicit(resource.Type, resource.Inputs) is not null
                    group resource by (resource.Type, Name: CloudNames.Explicit(resource.Type, resource.Inputs), Within: resource.Text("databaseName") ?? resource.Text("role") ?? resource.Text("apiId") ?? resource.Text("groupName"))
                    into same
                    where same.Count() > 1
                    select $"{same.Key.Name}: {string.Join(", ", same)}";
        Faults.None(named);
    }

    [Fact]
    public void A_mention_of_nothing_is_found()
    {
        var graph = HandMadeGraph.Empty("uat")
            .With("s3/bucket:Bucket", "raw", """{ "bucket": "recommender-uat-raw" }""")
            .With("glue/catalogDatabase:CatalogDatabase", "curated", """{ "name": "recommender_uat_curated" }""")
            .With("cloudwatch/logGroup:LogGroup", "logs", """{ "name": "/recommender/uat/jobs" }""");
        var names = new NameRegistry(graph);
        Assert.Equal([("recommender-uat-raw/orders", false), ("recommender_uat_clean", true)], names.Mentions("s3://recommender-uat-raw/orders/ and recommender_uat_clean* but not recommender-uater"));
        Assert.True(names.Knows("recommender-uat-raw", false));
        Assert.True(names.Knows("recommender-uat-raw/orders", false));
        Assert.True(names.Knows("recommender_uat_cur", true));
        Assert.True(names.Knows("recommender/uat", true));
        Assert.False(names.Knows("recommender_uat_cur", false));
        Assert.False(names.Knows("recommender-uat-raw-2", false));
        Assert.False(names.Knows("recommender_uat_clean", true));
    }
}
