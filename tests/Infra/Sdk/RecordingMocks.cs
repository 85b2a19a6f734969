using System.Collections.Concurrent;
using System.Collections.Immutable;
using Pulumi.Testing;

namespace Recommender.Infra.Tests.Sdk;

/// <summary>Answers every resource with its own inputs and keeps what it was asked.</summary>
public sealed class RecordingMocks : IMocks
{
    private readonly ConcurrentQueue<MockResourceArgs> _resources = new();
    private readonly ConcurrentQueue<MockCallArgs> _calls = new();

    /// <summary>What was registered or read, in order.</summary>
    public IReadOnlyList<MockResourceArgs> Resources => [.. _resources];

    /// <summary>What was called, in order.</summary>
    public IReadOnlyList<MockCallArgs> Calls => [.. _calls];

    /// <summary>What providers add to a resource's inputs.</summary>
    public Func<MockResourceArgs, IReadOnlyDictionary<string, object>> State { get; init; } =
        _ => ImmutableDictionary<string, object>.Empty;

    /// <summary>A resource's id; null where it has none yet.</summary>
    public Func<MockResourceArgs, string?> Id { get; init; } = args => $"{args.Name}-id";

    /// <summary>What functions return.</summary>
    public Func<MockCallArgs, object> Result { get; init; } = args => args.Args;

    public MockResourceArgs this[string name] => Resources.Single(resource => resource.Name == name);

    public Task<(string? id, object state)> NewResourceAsync(MockResourceArgs args)
    {
        _resources.Enqueue(args);
        return Task.FromResult<(string?, object)>((Id(args), args.Inputs.SetItems(State(args))));
    }

    public Task<object> CallAsync(MockCallArgs args)
    {
        _calls.Enqueue(args);
        return Task.FromResult(Result(args));
    }
}
