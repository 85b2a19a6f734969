using System.Text.Json.Nodes;
using Recommender.AwsEmulator.Http;

namespace Recommender.Infra.Tests.Tasks;

/// <summary>Where tables lay while tasks were at work, as the catalog's requests and answers tell.</summary>
internal sealed class TableLocations
{
    private readonly Dictionary<string, HashSet<string>> _places = [];

    /// <summary>Reads the requests.</summary>
    public TableLocations(IEnumerable<LoggedRequest> requests)
    {
        foreach (var request in requests.Where(request => request.Service == "glue"))
        {
            var input = JsonNode.Parse(request.RequestBody)!;
            var table = request.Operation is "CreateTable" or "UpdateTable" ? input["TableInput"]
                : request is { Operation: "GetTable", Status: 200 } ? JsonNode.Parse(request.ResponseBody)!["Table"]
                : null;
            if (table is not null)
            {
                Add($"{input["DatabaseName"]}.{table["Name"]}", (string)table["StorageDescriptor"]!["Location"]!);
            }
        }
    }

    /// <summary>The places of a table, each a location as S3 has it.</summary>
    /// <exception cref="InvalidOperationException">None is known: nobody asked the catalog for it.</exception>
    public IEnumerable<(string Bucket, string Prefix)> Of(string database, string table) => _places.TryGetValue($"{database}.{table}", out var places)
        ? places.Select(Split)
        : throw new InvalidOperationException($"{database}.{table} is queried, but no request tells where it lies");

    /// <summary>Bucket and prefix of a location.</summary>
    public static (string Bucket, string Prefix) Split(string location) =>
        location["s3://".Length..].Split('/', 2) is [var bucket, var prefix] ? (bucket, prefix) : throw new FormatException($"'{location}' is no location");

    private void Add(string table, string location)
    {
        if (!_places.TryGetValue(table, out var places))
        {
            _places[table] = places = [];
        }

        places.Add(location);
    }
}
