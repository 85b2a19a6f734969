using System.Text.Json.Nodes;
using Recommender.AwsEmulator.Http;
using Recommender.Infra.Tests.Harness;
using Recommender.Infra.Tests.Policies;

namespace Recommender.Infra.Tests.Tasks;

/// <summary>The rights that requests of the catalog need: on what they are about and on all that it lies in (AWS Glue developer guide, "Specifying AWS Glue resource ARNs").</summary>
internal static class GlueNeeds
{
    /// <summary>The rights that a request needs.</summary>
    /// <exception cref="NotSupportedException">The operation is one whose rights are not known here.</exception>
    public static IEnumerable<IamRequest> Of(LoggedRequest request)
    {
        var input = JsonNode.Parse(request.RequestBody)!;
        var database = (string)input["DatabaseName"]!;
        return request.Operation switch
        {
            "GetTable" or "DeleteTable" => Table($"glue:{request.Operation}", database, (string)input["Name"]!),
            "CreateTable" or "UpdateTable" => Table($"glue:{request.Operation}", database, (string)input["TableInput"]!["Name"]!),
            "GetTables" => Table("glue:GetTables", database, "*"),
            _ => throw new NotSupportedException($"Glue {request.Operation}: write down here what right it needs"),
        };
    }

    /// <summary>An action on a table.</summary>
    public static IEnumerable<IamRequest> Table(string action, string database, string table) => [.. Database(action, database), new(action, CloudNames.Arn("glue", $"table/{database}/{table}"))];

    /// <summary>An action on a database.</summary>
    public static IEnumerable<IamRequest> Database(string action, string database) => [new(action, CloudNames.Arn("glue", "catalog")), new(action, CloudNames.Arn("glue", $"database/{database}"))];
}
