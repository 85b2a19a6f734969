using System.Globalization;

namespace Recommender.AwsEmulator;

/// <summary>The arguments of the program.</summary>
internal static class CommandLine
{
    private const string Usage = "usage: Recommender.AwsEmulator --folder DIR --port N [--host ADDRESS] [--stack NAME]";

    /// <summary>Reads them.</summary>
    /// <param name="arguments">What the program was called with.</param>
    /// <param name="errors">Where it is said what is wrong.</param>
    /// <returns>Null where they are wrong.</returns>
    public static EmulatorOptions? Read(IReadOnlyList<string> arguments, TextWriter errors)
    {
        var options = new EmulatorOptions();
        for (var at = 0; at < arguments.Count; at += 2)
        {
            var value = at + 1 < arguments.Count ? arguments[at + 1] : null;
            var read = (arguments[at], value) switch
            {
                ("--folder", { Length: > 0 }) => options with { Folder = value },
                ("--port", not null) when int.TryParse(value, NumberStyles.None, CultureInfo.InvariantCulture, out var port) && port <= ushort.MaxValue => options with { Port = port },
                ("--host", not null) when System.Net.IPAddress.TryParse(value, out _) => options with { Host = value! },
                ("--stack", { Length: > 0 }) => options with { Stack = value },
                _ => null,
            };
            if (read is null)
            {
                errors.WriteLine($"'{string.Join(' ', arguments.Skip(at).Take(2))}' is not understood; {Usage}");
                return null;
            }

            options = read;
        }

        return options;
    }
}
