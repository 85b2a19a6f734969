using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using System.Xml.Linq;
using Recommender.AwsEmulator.Http;
using Recommender.Infra.Tests.Harness;
using Recommender.Lake.Tables;

namespace Recommender.Infra.Tests.Tasks;

/// <summary>What a task may change whatever its role allows: its own table's prefix and tables of the catalog; and of that prefix it deletes only what a build makes.</summary>
internal static partial class OwnChanges
{
    /// <summary>What a task changed beyond that.</summary>
    /// <param name="task">The task.</param>
    /// <param name="graph">The stack.</param>
    public static IEnumerable<string> Faults(RecordedTask task, StackGraph graph)
    {
        var own = $"{graph.Output($"buckets.{task.Table.Zone.SqlName()}")}/{task.Table.Table}/";
        var table = $"{graph.Output($"databases.{task.Table.Zone.SqlName()}")}.{task.Table.Table}";
        return from request in task.Requests
               from change in request.Service switch
               {
                   "s3" => Objects(request).Where(name => !name.StartsWith(own, StringComparison.Ordinal) || (IsRemoval(request) && !Removable().IsMatch(name[own.Length..]))),
                   "glue" => Tables(request).Where(name => Owner(request, name) is var owner && owner != table && owner != table + Quarantine.Suffix),
                   _ => [],
               }
               select $"{task}: {request.Operation} of {change}";
    }

    /// <summary>The table that a changed one belongs to: published ones are moved, and only tables of builds are made and dropped.</summary>
    private static string? Owner(LoggedRequest request, string name) =>
        request.Operation == "UpdateTable" ? name : Built().IsMatch(name) ? Built().Replace(name, "") : null;

    private static bool IsRemoval(LoggedRequest request) => request.Operation is "DeleteObject" or "DeleteObjects";

    private static IEnumerable<string> Objects(LoggedRequest request) => request.Operation switch
    {
        "GetObject" or "HeadObject" or "ListObjectsV2" => [],
        "DeleteObjects" => XDocument.Parse(request.RequestBody).Descendants().Where(element => element.Name.LocalName == "Key").Select(element => $"{request.Subject}/{element.Value}"),
        _ => [request.Subject],
    };

    private static IEnumerable<string> Tables(LoggedRequest request)
    {
        var input = JsonNode.Parse(request.RequestBody)!;
        return request.Operation switch
        {
            "GetTable" or "GetTables" => [],
            "CreateTable" or "UpdateTable" => [$"{input["DatabaseName"]}.{input["TableInput"]!["Name"]}"],
            _ => [$"{input["DatabaseName"]}.{input["Name"]}"],
        };
    }

    // A snapshot, a shard, the lock.
    [GeneratedRegex(@"\A(_lock|(_shards/)?[0-9]{8}T[0-9]{9}Z-[0-9a-f]{8}(-[0-9]+of[0-9]+)?/.+)\z")]
    private static partial Regex Removable();

    [GeneratedRegex(@"__build_[0-9]{8}t[0-9]{9}z_[0-9a-f]{8}\z")]
    private static partial Regex Built();
}
