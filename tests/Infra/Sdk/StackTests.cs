using Pulumi;
using Pulumi.Testing;
using Xunit;

namespace Recommender.Infra.Tests.Sdk;

public class StackTests
{
    [Fact]
    public async Task An_output_without_a_value_fails_the_run()
    {
        var exception = await Assert.ThrowsAsync<RunException>(() => Deployment.TestAsync<ForgetfulStack>(new RecordingMocks()));

        Assert.Equal(
            "Output(s) 'first, Second' have no value assigned. [Output] attributed properties must be assigned inside Stack constructor.",
            exception.Message);
    }

    [Fact]
    public async Task A_property_that_is_no_output_fails_the_run()
    {
        var exception = await Assert.ThrowsAsync<RunException>(() => Deployment.TestAsync<WrongStack>(new RecordingMocks()));

        Assert.Equal(
            "Output(s) 'Text' have incorrect type. [Output] attributed properties must be instances of Output<T>.", exception.Message);
    }

    [Fact]
    public async Task A_resource_property_that_is_no_output_fails_the_run()
    {
        var exception = await Assert.ThrowsAsync<RunException>(() => Mocked.DeployAsync(() => _ = new WrongWidget("w")));

        Assert.Contains("'text' have incorrect type.", exception.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_failing_program_fails_the_run_with_the_cause()
    {
        var exception = await Assert.ThrowsAsync<RunException>(() => Deployment.TestAsync<FailingStack>(new RecordingMocks()));

        Assert.Contains("failed with an unhandled exception:", exception.Message, StringComparison.Ordinal);
        Assert.Contains("System.FormatException: bad wiring", exception.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_run_exception_is_shown_as_it_is()
    {
        var exception = await Assert.ThrowsAsync<RunException>(
            () => Mocked.DeployAsync(void () => throw new RunException("set the size")));

        Assert.Equal("set the size", exception.Message);
    }

    [Fact]
    public async Task A_run_exception_of_a_stack_class_is_shown_as_it_is()
    {
        var exception = await Assert.ThrowsAsync<RunException>(() => Deployment.TestAsync<UnsetStack>(new RecordingMocks()));

        Assert.StartsWith("Missing Required configuration variable 'project:nothing'", exception.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_failure_of_many_resources_is_told_once()
    {
        var exception = await Assert.ThrowsAsync<RunException>(() => Mocked.DeployAsync(() =>
        {
            var failed = Output.Create(FailAsync());
            for (var i = 0; i < 20; i++)
            {
                _ = new Widget($"w{i}", new WidgetArgs { Label = failed });
            }
        }));

        Assert.Contains("System.FormatException: first", exception.Message, StringComparison.Ordinal);

        static async Task<string> FailAsync()
        {
            await Task.Delay(TimeSpan.FromMilliseconds(200));
            throw new FormatException("first");
        }
    }

    [Fact]
    public async Task A_resource_exception_can_hide_its_stack()
    {
        var exception = await Assert.ThrowsAsync<RunException>(
            () => Mocked.DeployAsync(void () => throw new ResourceException("too small", null, hideStack: true)));

        Assert.Equal("too small", exception.Message);
    }

    [Fact]
    public async Task A_failure_inside_an_output_that_nobody_reads_fails_the_run()
    {
        var exception = await Assert.ThrowsAsync<RunException>(
            () => Mocked.DeployAsync(() => _ = Output.Create(1).Apply(int (_) => throw new FormatException("unread"))));

        Assert.Contains("unread", exception.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Logged_errors_fail_the_run_together_and_warnings_do_not()
    {
        var exception = await Assert.ThrowsAsync<AggregateException>(() => Mocked.DeployAsync(() =>
        {
            Log.Error("one");
            Log.Exception(new FormatException("two"));
        }));
        await Mocked.DeployAsync(() =>
        {
            Log.Debug("fine");
            Log.Info("fine");
            Log.Warn("fine", new Widget("w"));
        });

        Assert.Equal(
            ["System.FormatException: two", "one"], exception.InnerExceptions.Select(inner => inner.Message).Order(StringComparer.Ordinal));
    }

    [Fact]
    public async Task A_program_knows_what_it_deploys()
    {
        var seen = new List<object>();

        await Deployment.TestAsync(
            new RecordingMocks(),
            new TestOptions { ProjectName = "shop", StackName = "uat", OrganizationName = "acme", RootDirectory = "/r", IsPreview = false },
            () =>
            {
                var instance = Deployment.Instance;
                seen.AddRange([instance.ProjectName, instance.StackName, instance.OrganizationName, instance.RootDirectory, instance.IsDryRun]);
            });

        Assert.Equal(["shop", "uat", "acme", "/r", false], seen);
    }

    [Fact]
    public async Task Names_have_defaults_and_a_test_is_a_preview()
    {
        var seen = new List<object>();

        await Deployment.TestAsync(new RecordingMocks(), new TestOptions(), () =>
        {
            var instance = Deployment.Instance;
            seen.AddRange([instance.ProjectName, instance.StackName, instance.OrganizationName, instance.IsDryRun]);
        });

        Assert.Equal(["project", "stack", "organization", true], seen);
    }

    [Fact]
    public async Task There_is_an_instance_during_a_run_only()
    {
        Assert.Throws<InvalidOperationException>(() => Deployment.Instance);
        await Mocked.DeployAsync(() => Assert.NotNull(Deployment.Instance));
        Assert.Throws<InvalidOperationException>(() => Deployment.Instance);
        Assert.Throws<InvalidOperationException>(() => new Widget("w"));
    }

    [Fact]
    public async Task A_stack_can_come_from_a_service_provider()
    {
        var resources = await Deployment.TestWithServiceProviderAsync<GivenStack>(
            new RecordingMocks(), new Services(() => new GivenStack("w")));

        Assert.Equal("w", Assert.IsType<Widget>(resources[1]).GetResourceName());
        var exception = await Assert.ThrowsAsync<RunException>(
            () => Deployment.TestWithServiceProviderAsync<GivenStack>(new RecordingMocks(), new Services(() => null)));
        Assert.Contains("Failed to resolve instance of type", exception.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task All_kinds_of_functions_can_be_tested()
    {
        var options = new TestOptions { IsPreview = false };
        IDictionary<string, object?> results = new Dictionary<string, object?> { ["a"] = 1 };

        var synchronous = await Deployment.TestAsync(new RecordingMocks(), options, () => Make(results));
        var asynchronous = await Deployment.TestAsync(new RecordingMocks(), options, async Task<IDictionary<string, object?>> () =>
        {
            await Task.Yield();
            return Make(results);
        });
        var task = await Deployment.TestAsync(new RecordingMocks(), options, async () =>
        {
            await Task.Yield();
            _ = Make(results);
        });

        Assert.Same(results, synchronous.Outputs);
        Assert.Same(results, asynchronous.Outputs);
        Assert.Single(synchronous.Resources);
        Assert.Single(asynchronous.Resources);
        Assert.Single(task);

        static IDictionary<string, object?> Make(IDictionary<string, object?> results)
        {
            _ = new Widget("w");
            return results;
        }
    }

    [Fact]
    public async Task Without_an_engine_nothing_is_deployed()
    {
        var ran = false;

        var exceptions = new[]
        {
            await Assert.ThrowsAsync<InvalidOperationException>(() => Deployment.RunAsync(() => ran = true)),
            await Assert.ThrowsAsync<InvalidOperationException>(() => Deployment.RunAsync(() => new Dictionary<string, object?>())),
            await Assert.ThrowsAsync<InvalidOperationException>(() => Deployment.RunAsync(() => Task.CompletedTask)),
            await Assert.ThrowsAsync<InvalidOperationException>(
                () => Deployment.RunAsync(() => Task.FromResult<IDictionary<string, object?>>(null!), new StackOptions())),
            await Assert.ThrowsAsync<InvalidOperationException>(() => Deployment.RunAsync<ForgetfulStack>()),
        };

        Assert.False(ran);
        Assert.All(exceptions, exception => Assert.StartsWith(
            "Program run without the Pulumi engine available; re-run using the `pulumi` CLI", exception.Message, StringComparison.Ordinal));
    }

    private sealed class ForgetfulStack : Stack
    {
        [Output("first")]
        public Output<string>? First { get; set; }

        [Output]
        public Output<string>? Second { get; set; }

        [Output]
        public Output<string> Third { get; set; } = Output.Create("x");
    }

    private sealed class WrongStack : Stack
    {
        [Output]
        public string Text { get; set; } = "x";
    }

    private sealed class FailingStack : Stack
    {
        public FailingStack() => throw new FormatException("bad wiring");
    }

    private sealed class UnsetStack : Stack
    {
        public UnsetStack() => _ = new Config().Require("nothing");
    }

    private sealed class GivenStack : Stack
    {
        public GivenStack(string name) => _ = new Widget(name);
    }

    private sealed class WrongWidget(string name) : CustomResource("test:index:Wrong", name, ResourceArgs.Empty, null)
    {
        [Output("text")]
        public string Text { get; private set; } = "x";
    }

    private sealed class Services(Func<object?> make) : IServiceProvider
    {
        public object? GetService(Type serviceType) => serviceType == typeof(GivenStack) ? make() : null;
    }
}
