using System.Text.Json;
using Pulumi;
using Xunit;
using static Pulumi.Utilities.OutputUtilities;

namespace Recommender.Infra.Tests.Sdk;

public sealed class ConfigTests : IDisposable
{
    private const string Variable = "PULUMI_CONFIG";
    private readonly string? _before = Environment.GetEnvironmentVariable(Variable);

    public void Dispose() => Environment.SetEnvironmentVariable(Variable, _before);

    [Fact]
    public async Task Values_are_read_from_the_projects_namespace_by_type()
    {
        await WithAsync("""{"project:text":"tea","project:flag":"true","project:count":"7","project:rate":"0.5","aws:region":"eu"}""", () =>
        {
            var config = new Config();
            Assert.Equal("tea", config.Get("text"));
            Assert.Equal("tea", config.Require("text"));
            Assert.True(config.RequireBoolean("flag"));
            Assert.Equal(7, config.RequireInt32("count"));
            Assert.Equal(0.5, config.RequireDouble("rate"));
            Assert.Equal("eu", new Config("aws").Get("region"));
            Assert.Equal("eu", new Config("aws:config").Get("region"));
        });
    }

    [Fact]
    public async Task Missing_values_are_null()
    {
        await WithAsync("{}", () =>
        {
            var config = new Config();
            Assert.Null(config.Get("x"));
            Assert.Null(config.GetBoolean("x"));
            Assert.Null(config.GetInt32("x"));
            Assert.Null(config.GetDouble("x"));
            Assert.Null(config.GetObject<Size>("x"));
            Assert.Null(config.GetSecret("x"));
            Assert.Null(config.GetSecretBoolean("x"));
            Assert.Null(config.GetSecretInt32("x"));
            Assert.Null(config.GetSecretObject<Size>("x"));
        });
    }

    [Fact]
    public async Task Old_and_unquoted_values_are_read()
    {
        await WithAsync("""{"project:config:old":"1","project:number":7,"project:flag":true}""", () =>
        {
            Assert.Equal(1, new Config().RequireInt32("old"));
            Assert.Equal(7, new Config().RequireInt32("number"));
            Assert.Equal("True", new Config().Require("flag"));
        });
    }

    [Fact]
    public async Task Objects_are_read_as_json()
    {
        await WithAsync("""{"project:size":"{\"Width\":3,\"Unit\":\"cm\"}","project:list":"[1,2]","project:camel":"{\"width\":4}"}""", () =>
        {
            var config = new Config();
            Assert.Equal(new Size(3, "cm"), config.RequireObject<Size>("size"));
            Assert.Equal([1, 2], config.GetObject<int[]>("list")!);
            Assert.Equal(4, config.RequireObject<Size>("camel", JsonSerializerOptions.Web).Width);
        });
    }

    [Fact]
    public async Task Secrets_are_secret()
    {
        await WithAsync("""{"project:text":"tea","project:count":"7","project:list":"[1]"}""", async () =>
        {
            var config = new Config();
            Assert.True(await Output.IsSecretAsync(config.RequireSecret("text")));
            Assert.Equal("tea", await GetValueAsync(config.GetSecret("text")!));
            Assert.Equal(7, await GetValueAsync(config.RequireSecretInt32("count")));
            var list = config.RequireSecretObject<int[]>("list");
            Assert.True(await Output.IsSecretAsync(list));
            Assert.Equal(1, Assert.Single(await GetValueAsync(list)));
        });
    }

    [Fact]
    public async Task A_missing_required_value_says_how_to_set_it()
    {
        var exception = await Assert.ThrowsAsync<RunException>(() => WithAsync("{}", () => _ = new Config("shop").Require("size")));

        Assert.Equal(
            "Missing Required configuration variable 'shop:size'\n\tplease set a value using the command `pulumi config set shop:size <value>`",
            exception.Message);
    }

    [Theory]
    [InlineData("Boolean")]
    [InlineData("Int32")]
    [InlineData("Double")]
    public async Task A_value_of_the_wrong_type_is_named(string type)
    {
        var exception = await Assert.ThrowsAsync<RunException>(() => WithAsync("""{"project:x":"many"}""", () =>
        {
            var config = new Config();
            _ = type switch
            {
                "Boolean" => (object?)config.GetBoolean("x"),
                "Int32" => config.RequireInt32("x"),
                _ => config.GetDouble("x"),
            };
        }));

        Assert.Equal($"Configuration 'project:x' value 'many' is not a valid {type}", exception.Message);
    }

    [Fact]
    public async Task An_object_that_is_no_json_is_named()
    {
        var exception = await Assert.ThrowsAsync<RunException>(
            () => WithAsync("""{"project:x":"{"}""", () => _ = new Config().RequireObject<Size>("x")));

        Assert.Equal($"Configuration 'project:x' value '{{' is not a valid {typeof(Size).FullName}", exception.Message);
    }

    private static async Task WithAsync(string config, Action program)
    {
        Environment.SetEnvironmentVariable(Variable, config);
        await Mocked.DeployAsync(program);
    }

    private static async Task WithAsync(string config, Func<Task> program)
    {
        Environment.SetEnvironmentVariable(Variable, config);
        await Mocked.DeployAsync(program);
    }

    private sealed record Size(int Width, string? Unit);
}
