namespace Recommender.AwsEmulator.Ecs;

/// <summary>The program that stands for every image.</summary>
public sealed record ProcessLauncherOptions
{
    /// <summary>The program, such as <c>dotnet</c>.</summary>
    public required string Program { get; init; }

    /// <summary>What stands before a container's own arguments, such as the path of the assembly; nothing by default.</summary>
    public IReadOnlyList<string> Arguments { get; init; } = [];

    /// <summary>Variables besides the container's, which they overrule: keys, AWS_ENDPOINT_URL, a work folder of this machine.</summary>
    public IReadOnlyDictionary<string, string> Environment { get; init; } = new Dictionary<string, string>();

    /// <summary>Variables of the emulator's own environment that are handed on.</summary>
    public IReadOnlyList<string> Inherited { get; init; } = ["PATH", "HOME", "DOTNET_ROOT", "LANG"];
}
