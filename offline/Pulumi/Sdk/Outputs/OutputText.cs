namespace Pulumi;

/// <summary>What an output says when its text is asked for.</summary>
internal static class OutputText
{
    private static readonly string Message = string.Join(
        Environment.NewLine,
        "Calling [ToString] on an [Output<T>] is not supported.",
        "",
        "To get the value of an Output<T> as an Output<string> consider:",
        "1. o.Apply(v => $\"prefix{v}suffix\")",
        "2. Output.Format($\"prefix{hostname}suffix\");",
        "",
        "See https://www.pulumi.com/docs/concepts/inputs-outputs for more details.");

    /// <summary>Warns, and returns the warning.</summary>
    /// <exception cref="InvalidOperationException">PULUMI_ERROR_OUTPUT_STRING asks for an error instead.</exception>
    public static string Refuse()
    {
        var setting = Environment.GetEnvironmentVariable("PULUMI_ERROR_OUTPUT_STRING");
        if (setting == "1" || string.Equals(setting, "true", StringComparison.OrdinalIgnoreCase))
        {
            throw new InvalidOperationException(Message);
        }

        Log.Warn(Message);
        return Message + Environment.NewLine + "This function may throw in a future version of Pulumi.";
    }
}
