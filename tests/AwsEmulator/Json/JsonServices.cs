namespace Recommender.AwsEmulator.Json;

/// <summary>The JSON services of an emulator.</summary>
internal static class JsonServices
{
    /// <summary>Makes them.</summary>
    /// <param name="state">What they share.</param>
    public static IReadOnlyList<IJsonService> Create(EmulatorState state)
    {
        ArgumentNullException.ThrowIfNull(state);
        return [];
    }
}
