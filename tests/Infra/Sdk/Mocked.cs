using System.Collections.Immutable;
using Pulumi;
using Pulumi.Testing;

namespace Recommender.Infra.Tests.Sdk;

/// <summary>Runs a few lines as a program.</summary>
internal static class Mocked
{
    /// <summary>Runs a program that deploys.</summary>
    public static Task<ImmutableArray<Resource>> DeployAsync(Action program, IMocks? mocks = null)
        => Deployment.TestAsync(mocks ?? new RecordingMocks(), new TestOptions { IsPreview = false }, program);

    /// <summary>Runs a program that deploys, and waits inside it.</summary>
    public static Task<ImmutableArray<Resource>> DeployAsync(Func<Task> program, IMocks? mocks = null)
        => Deployment.TestAsync(mocks ?? new RecordingMocks(), new TestOptions { IsPreview = false }, program);

    /// <summary>Runs a program as a preview.</summary>
    public static Task<ImmutableArray<Resource>> PreviewAsync(Action program, IMocks? mocks = null)
        => Deployment.TestAsync(mocks ?? new RecordingMocks(), new TestOptions { IsPreview = true }, program);

    /// <summary>Runs a program as a preview, and waits inside it.</summary>
    public static Task<ImmutableArray<Resource>> PreviewAsync(Func<Task> program, IMocks? mocks = null)
        => Deployment.TestAsync(mocks ?? new RecordingMocks(), new TestOptions { IsPreview = true }, program);

    /// <summary>What one widget's arguments look like to a provider.</summary>
    public static async Task<ImmutableDictionary<string, object>> SentAsync(Func<WidgetArgs> args)
    {
        var mocks = new RecordingMocks();
        await DeployAsync(() => _ = new Widget("w", args()), mocks);
        return mocks["w"].Inputs;
    }

    /// <summary>The widget that a provider's answer makes.</summary>
    public static async Task<Widget> ReceivedAsync(string property, object value)
    {
        var mocks = new RecordingMocks { State = _ => new Dictionary<string, object> { [property] = value } };
        var resources = await DeployAsync(() => _ = new Widget("w"), mocks);
        return resources.OfType<Widget>().Single();
    }
}
