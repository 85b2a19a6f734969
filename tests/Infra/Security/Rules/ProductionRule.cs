using Recommender.Infra.Tests.Harness;

namespace Recommender.Infra.Tests.Security.Rules;

/// <summary>In prod, what holds data is protected and kept, is never emptied by force, and has backups.</summary>
internal sealed class ProductionRule : ISecurityRule
{
    private const string Id = "OWN-PROD";

    /// <summary>The types that hold data, or the key to it.</summary>
    public static IReadOnlySet<string> Stateful { get; } = new HashSet<string>
    {
        "aws:s3/bucket:Bucket",
        "aws:kms/key:Key",
        "aws:rds/instance:Instance",
        "aws:secretsmanager/secret:Secret",
        "aws:glue/catalogDatabase:CatalogDatabase",
        "aws:glue/catalogTable:CatalogTable", // which snapshot of a table is current, its location alone says
        "aws:ecr/repository:Repository",
        "aws:kinesis/stream:Stream",
        "aws:dynamodb/table:Table",
        "aws:efs/fileSystem:FileSystem",
    };

    /// <inheritdoc/>
    public IReadOnlyList<string> Ids { get; } = [Id];

    /// <inheritdoc/>
    public IEnumerable<Finding> Check(StackGraph graph) =>
        graph.Stack != "prod" ? [] :
        from resource in graph.Resources
        where Stateful.Contains(resource.Type)
        from fault in Faults(resource)
        select new Finding(Id, resource, fault);

    private static IEnumerable<string> Faults(GraphResource resource)
    {
        if (resource.Options.Protect != true)
        {
            yield return "is not protected, by its own options";
        }

        if (resource.Options.RetainOnDelete != true)
        {
            yield return "is not retained on delete, by its own options";
        }

        if (resource.Flag("forceDestroy") == true || resource.Flag("forceDelete") == true || resource.Flag("enforceConsumerDeletion") == true)
        {
            yield return "is emptied by force when it is deleted";
        }

        // Secrets and keys wait before they are gone; 0 means at once.
        if (resource.Number("recoveryWindowInDays") < 7 || resource.Number("deletionWindowInDays") < 7)
        {
            yield return "is gone less than a week after it is deleted";
        }

        if (resource.Type == "aws:rds/instance:Instance")
        {
            if (resource.Flag("deletionProtection") != true)
            {
                yield return "has no deletion protection";
            }

            if (resource.Flag("skipFinalSnapshot") == true || resource.Text("finalSnapshotIdentifier") is null)
            {
                yield return "takes no final snapshot";
            }

            if (!(resource.Number("backupRetentionPeriod") >= 7))
            {
                yield return "keeps backups for less than a week";
            }
        }
    }
}
