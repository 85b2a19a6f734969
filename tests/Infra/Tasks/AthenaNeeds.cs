using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using Recommender.AwsEmulator.Http;
using Recommender.Infra.Tests.Harness;
using Recommender.Infra.Tests.Policies;

namespace Recommender.Infra.Tests.Tasks;

/// <summary>
/// The rights that requests of Athena need: on the workgroup, and for what Athena does as the caller. It looks for the tables, reads and writes their files, and
/// keeps the result (Amazon Athena user guide, "Control access to Amazon S3 from Athena", "Configure access to databases and tables in the AWS Glue Data Catalog").
/// </summary>
/// <param name="s3">Knows the rights on objects.</param>
/// <param name="locations">Where the tables lie.</param>
/// <param name="graph">The stack, whose workgroups say where results go.</param>
internal sealed partial class AthenaNeeds(S3Needs s3, TableLocations locations, StackGraph graph)
{
    private readonly Dictionary<string, string> _workgroups = [];

    /// <summary>The rights that a request needs. A query's start comes before what else is asked about it.</summary>
    /// <exception cref="NotSupportedException">The operation is one whose rights are not known here.</exception>
    public IEnumerable<IamRequest> Of(LoggedRequest request)
    {
        var input = JsonNode.Parse(request.RequestBody)!;
        var id = (string?)input["QueryExecutionId"];
        switch (request.Operation)
        {
            case "StartQueryExecution":
                var workgroup = (string)input["WorkGroup"]!;
                _workgroups[(string)JsonNode.Parse(request.ResponseBody)!["QueryExecutionId"]!] = workgroup;
                return [On(request, workgroup), .. Query((string)input["QueryString"]!), .. Results(workgroup)];
            case "GetQueryResults":
                var (bucket, prefix) = Results(graph, _workgroups[id!]);
                return [On(request, _workgroups[id!]), .. s3.Read(bucket, $"{prefix}{id}.csv")];
            case "GetQueryExecution" or "StopQueryExecution":
                return [On(request, _workgroups[id!])];
            default:
                throw new NotSupportedException($"Athena {request.Operation}: write down here what right it needs");
        }
    }

    private IEnumerable<IamRequest> Query(string sql)
    {
        var written = Target().Match(sql) is { Success: true } match ? match.Groups[1].Value : null;
        foreach (var table in Table().Matches(sql).DistinctBy(table => table.Value))
        {
            var (database, name) = (table.Groups[1].Value, table.Groups[2].Value);
            var places = locations.Of(database, name).ToList();
            var catalog = GlueNeeds.Database("glue:GetDatabase", database).Concat(GlueNeeds.Table("glue:GetTable", database, name));
            foreach (var need in catalog.Concat(places.SelectMany(place => table.Value == written ? Written(place.Bucket, place.Prefix) : Read(place.Bucket, place.Prefix))))
            {
                yield return need;
            }
        }
    }

    private IEnumerable<IamRequest> Read(string bucket, string prefix) => [Find(bucket), s3.List(bucket, prefix), .. s3.Read(bucket, $"{prefix}20260101_030000_00001_abcde-part")];

    // Athena's files have names without an ending, and go in parts.
    private IEnumerable<IamRequest> Written(string bucket, string prefix)
    {
        var file = $"{prefix}20260101_030000_00001_abcde-part.parquet";
        return [Find(bucket), s3.List(bucket, prefix), .. s3.Write(bucket, file), new("s3:ListMultipartUploadParts", $"arn:aws:s3:::{bucket}/{file}")];
    }

    /// <summary>The result is written and read; and before each query Athena looks whether there is a database called default.</summary>
    private IEnumerable<IamRequest> Results(string workgroup)
    {
        var (bucket, prefix) = Results(graph, workgroup);
        return [.. Written(bucket, prefix), .. s3.Read(bucket, $"{prefix}x.csv"), .. GlueNeeds.Database("glue:GetDatabase", "default")];
    }

    private static (string Bucket, string Prefix) Results(StackGraph graph, string workgroup) => TableLocations.Split(
        graph.OfType("athena/workgroup:Workgroup").Single(known => known.Text("name") == workgroup).Text("configuration.resultConfiguration.outputLocation")!);

    private static IamRequest Find(string bucket) => new("s3:GetBucketLocation", $"arn:aws:s3:::{bucket}");

    private static IamRequest On(LoggedRequest request, string workgroup) => new($"athena:{request.Operation}", CloudNames.Arn("athena", $"workgroup/{workgroup}"));

    [GeneratedRegex("""
        "(recommender_[a-z]+_[a-z]+)"\."([a-z0-9_]+)"
        """)]
    private static partial Regex Table();

    [GeneratedRegex("""
        \Ainsert into ("[a-z_]+"\."[a-z0-9_]+")
        """)]
    private static partial Regex Target();
}
