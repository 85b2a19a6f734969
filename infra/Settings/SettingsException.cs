namespace Recommender.Infra.Settings;

/// <summary>The settings of a stack are wrong; the message lists every fault with the name of the setting.</summary>
public sealed class SettingsException(string stack, IReadOnlyList<string> faults)
    : Exception($"Pulumi.{stack}.yaml, recommender:settings: {(faults.Count == 1 ? "one fault" : $"{faults.Count} faults")}\n{string.Join('\n', faults.Select(fault => $"  - {fault}"))}")
{
    /// <summary>The faults, one sentence each.</summary>
    public IReadOnlyList<string> Faults { get; } = faults;
}
