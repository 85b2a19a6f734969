using Pulumi;
using Xunit;
using static Pulumi.Utilities.OutputUtilities;

namespace Recommender.Infra.Tests.Sdk;

public class OptionsTests
{
    [Fact]
    public async Task Merging_prefers_the_second_and_joins_collections()
    {
        var first = new CustomResourceOptions
        {
            Protect = true,
            RetainOnDelete = true,
            Version = "1",
            ImportId = "a",
            IgnoreChanges = { "a" },
            ReplaceOnChanges = { "a" },
            AdditionalSecretOutputs = { "a" },
            Aliases = { new Alias { Name = "a" } },
            CustomTimeouts = new CustomTimeouts { Create = TimeSpan.FromMinutes(1) },
        };
        var second = new CustomResourceOptions
        {
            Protect = false,
            Version = "2",
            DeleteBeforeReplace = true,
            IgnoreChanges = { "b" },
            ReplaceOnChanges = { "b" },
            AdditionalSecretOutputs = { "b" },
            Aliases = { new Alias { Name = "b" } },
        };

        var merged = CustomResourceOptions.Merge(first, second);

        Assert.Equal(false, merged.Protect);
        Assert.Equal(true, merged.RetainOnDelete);
        Assert.Equal(true, merged.DeleteBeforeReplace);
        Assert.Equal(("2", "a"), (merged.Version, merged.ImportId));
        Assert.Equal(["a", "b"], merged.IgnoreChanges);
        Assert.Equal(["a", "b"], merged.ReplaceOnChanges);
        Assert.Equal(["a", "b"], merged.AdditionalSecretOutputs);
        Assert.Equal(2, merged.Aliases.Count);
        Assert.Equal(TimeSpan.FromMinutes(1), merged.CustomTimeouts!.Create);
        Assert.Equal(["a"], first.IgnoreChanges);
        Assert.Equal(["b"], second.IgnoreChanges);
        Assert.Empty(await GetValueAsync(CustomResourceOptions.Merge(null, null).DependsOn.ToOutput()));
    }

    [Fact]
    public async Task Merging_joins_dependencies()
    {
        var names = Array.Empty<string>();

        await Mocked.DeployAsync(async () =>
        {
            var (a, b) = (new Widget("a"), new Widget("b"));
            var merged = ComponentResourceOptions.Merge(
                new ComponentResourceOptions { DependsOn = { a } }, new ComponentResourceOptions { DependsOn = { b } });
            names = [.. (await GetValueAsync(merged.DependsOn.ToOutput())).Select(resource => resource.GetResourceName())];
        });

        Assert.Equal(["a", "b"], names);
    }

    [Fact]
    public async Task Merging_keeps_the_last_provider_of_each_package()
    {
        var providers = new List<ProviderResource>();

        await Mocked.DeployAsync(() =>
        {
            var (first, second, other) = (new TestProvider("first"), new TestProvider("second"), new TestProvider("other", "other"));
            providers = ComponentResourceOptions.Merge(
                new ComponentResourceOptions { Providers = { first, other } },
                new ComponentResourceOptions { Providers = { second } }).Providers;
        });

        Assert.Equal(["other", "second"], providers.Select(provider => provider.GetResourceName()));
    }

    [Fact]
    public async Task Empty_names_and_types_are_refused()
    {
        await Mocked.DeployAsync(() =>
        {
            Assert.Throws<ArgumentException>(() => new Widget(""));
            Assert.Throws<ArgumentException>(() => new CustomResource("", "w", ResourceArgs.Empty, null));
        });
    }
}
