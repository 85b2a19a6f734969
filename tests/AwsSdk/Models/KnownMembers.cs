using System.Reflection;

namespace Recommender.AwsSdk.Tests.Models;

/// <summary>
/// The shapes of the operations in use, from AWS's service models: lines "SERVICE SHAPE" and "SERVICE SHAPE MEMBER TYPE".
/// What a service got later than those models is named here.
/// </summary>
internal static class KnownMembers
{
    private static readonly string[] _newer =
    [
        "ECS ConflictException",
        "ECS RunTaskRequest clientToken string",
    ];

    private static readonly HashSet<string> _lines = [.. Read(), .. _newer];

    public static bool HasShape(string service, string shape) => _lines.Contains($"{service} {shape}");

    /// <summary>The member's type in the model, or null where the shape has no such member.</summary>
    public static string? TypeOf(string service, string shape, string member) =>
        Spellings(member)
            .SelectMany(name => _lines.Where(line => line.StartsWith($"{service} {shape} {name} ", StringComparison.Ordinal)))
            .Select(line => line[(line.LastIndexOf(' ') + 1)..])
            .FirstOrDefault();

    private static string[] Spellings(string member) => [member, char.ToLowerInvariant(member[0]) + member[1..]];

    private static string[] Read()
    {
        using var reader = new StreamReader(Assembly.GetExecutingAssembly().GetManifestResourceStream("known-members.txt")!);
        return reader.ReadToEnd().Split('\n', StringSplitOptions.RemoveEmptyEntries);
    }
}
