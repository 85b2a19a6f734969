namespace Pulumi.Testing;

/// <summary>Plays the providers in a test.</summary>
public interface IMocks
{
    /// <summary>A new or read resource's id and state. The state is a dictionary by the names on the wire.</summary>
    Task<(string? id, object state)> NewResourceAsync(MockResourceArgs args);

    /// <summary>The result of a function or method: a dictionary by the names on the wire.</summary>
    Task<object> CallAsync(MockCallArgs args);

    /// <summary>Told when a component registers its outputs.</summary>
    Task RegisterResourceOutputs(MockRegisterResourceOutputsRequest args) => Task.CompletedTask;
}
