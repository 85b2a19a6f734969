using Amazon.Glue.Model;
using Recommender.Lake.Aws;
using Recommender.Lake.Errors;
using Recommender.Lake.Snapshots;
using Recommender.Lake.Tables;
using Column = Amazon.Glue.Model.Column;

namespace Recommender.Lake.Glue;

/// <summary>Compares declared tables with those of the live catalog.</summary>
/// <param name="catalog">The catalog.</param>
/// <param name="lake">By zone, the buckets.</param>
public sealed class CatalogDrift(GlueCatalog catalog, AwsLakeSettings lake)
{
    /// <summary>Refuses to go on where the catalog is not what this version declares.</summary>
    /// <param name="tables">The tables that the run reads or writes.</param>
    /// <param name="cancellationToken">Stops it.</param>
    /// <exception cref="CallerException">It is not; the message has every difference. Trying again does not help.</exception>
    public void Require(IEnumerable<TableDeclaration> tables, CancellationToken cancellationToken)
    {
        var faults = Faults(tables, cancellationToken);
        if (faults.Count > 0)
        {
            throw new CallerException(
                $"the Glue catalog is not what this version declares: run 'pulumi up' of this very version, or run the version that was last brought up\n  {string.Join("\n  ", faults)}");
        }
    }

    /// <summary>All differences; none where the catalog is as declared.</summary>
    /// <param name="tables">The tables to look at.</param>
    /// <param name="cancellationToken">Stops it.</param>
    public IReadOnlyList<string> Faults(IEnumerable<TableDeclaration> tables, CancellationToken cancellationToken)
    {
        var faults = new List<string>();
        foreach (var table in tables)
        {
            faults.AddRange(FaultsOf(table, table.Name, GlueLayout.Data, cancellationToken));
            if (table.HasQuarantine)
            {
                faults.AddRange(FaultsOf(Quarantine.DeclarationOf(table), table.Name, GlueLayout.Refused, cancellationToken));
            }
        }

        return faults;
    }

    private IEnumerable<string> FaultsOf(TableDeclaration table, TableName owner, string folder, CancellationToken cancellationToken)
    {
        if (!lake.Databases.TryGetValue(owner.Zone, out var database) || !lake.Buckets.TryGetValue(owner.Zone, out var bucket))
        {
            var zone = owner.Zone.SqlName().ToUpperInvariant();
            return [$"{table.Name}: this task knows no database and bucket of its zone: set RECOMMENDER_DATABASE_{zone} and RECOMMENDER_BUCKET_{zone}"];
        }

        if (catalog.Find(table.Name, cancellationToken) is not { } live)
        {
            return [$"{table.Name}: database {database} has no table {table.Name.Table}"];
        }

        // What is expected of a table at the very place where it lies, which is for publication to say.
        var expected = GlueTableInputs.Of(table, table.Name.Table, live.StorageDescriptor?.Location ?? "");
        return [.. Differences(expected, live).Append(LocationFault(live, $"s3://{bucket}/{owner.Table}/", folder)).OfType<string>().Select(fault => $"{table.Name}: {fault}")];
    }

    private static IEnumerable<string?> Differences(TableInput expected, Table live)
    {
        var storage = live.StorageDescriptor ?? new StorageDescriptor();
        return ColumnFaults("column", expected.StorageDescriptor.Columns, storage.Columns ?? [])
            .Concat(ColumnFaults("partition key", expected.PartitionKeys ?? [], live.PartitionKeys ?? []))
            .Append(Difference("table type", expected.TableType, live.TableType))
            .Append(Difference("input format", expected.StorageDescriptor.InputFormat, storage.InputFormat))
            .Append(Difference("output format", expected.StorageDescriptor.OutputFormat, storage.OutputFormat))
            .Append(Difference("SerDe", expected.StorageDescriptor.SerdeInfo.SerializationLibrary, storage.SerdeInfo?.SerializationLibrary))
            .Concat(expected.Parameters.Select(parameter => Difference($"parameter {parameter.Key}", parameter.Value, live.Parameters?.GetValueOrDefault(parameter.Key))));
    }

    private static IEnumerable<string> ColumnFaults(string kind, List<Column> expected, List<Column> live)
    {
        for (var i = 0; i < Math.Max(expected.Count, live.Count); i++)
        {
            var declared = i < expected.Count ? $"{expected[i].Name} {expected[i].Type}" : null;
            var found = i < live.Count ? $"{live[i].Name} {live[i].Type}" : null;
            if (declared != found)
            {
                yield return $"{kind} {i + 1} is {found ?? "missing"} in the catalog, {declared ?? "none"} as declared";
            }
        }
    }

    private static string? Difference(string what, string? declared, string? live) =>
        declared == live ? null : $"{what} is {live ?? "missing"} in the catalog, {declared} as declared";

    private static string? LocationFault(Table live, string own, string folder)
    {
        var location = live.StorageDescriptor?.Location ?? "";
        var parts = location.StartsWith(own, StringComparison.Ordinal) ? location[own.Length..].Split('/') : [];
        return parts is [GlueLayout.Nothing, ""] || (parts is [var snapshot, var last, ""] && last == folder && SnapshotId.IsId(snapshot))
            ? null
            : $"its location {location} is no place of its own: neither {own}{GlueLayout.Nothing}/ nor {own}SNAPSHOT/{folder}/";
    }
}
