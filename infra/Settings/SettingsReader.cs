using System.Text.Json;
using Pulumi;

namespace Recommender.Infra.Settings;

/// <summary>Reads a stack's settings from its configuration.</summary>
public static class SettingsReader
{
    /// <summary>The settings of the stack that is being deployed.</summary>
    /// <exception cref="SettingsException">Some are missing, unknown or wrong; all are listed.</exception>
    public static StackSettings Read() =>
        Parse(new Config("recommender").RequireObject<JsonElement>("settings"), Deployment.Instance.StackName);

    /// <summary>Settings from JSON.</summary>
    /// <param name="json">The object that <c>Pulumi.STACK.yaml</c> calls <c>recommender:settings</c>.</param>
    /// <param name="stack">The stack's name.</param>
    /// <exception cref="SettingsException">Some are missing, unknown or wrong; all are listed.</exception>
    public static StackSettings Parse(JsonElement json, string stack)
    {
        var faults = new List<string>();
        var settings = (StackSettings)new SettingsBinder(faults).Bind(typeof(StackSettings), json, "");
        faults.AddRange(SettingsValidator.Faults(settings, stack));
        return faults.Count == 0 ? settings : throw new SettingsException(stack, faults);
    }
}
