using System.Text.Json.Nodes;
using Recommender.AwsEmulator.Athena;
using Recommender.AwsEmulator.Glue;
using Recommender.Lake.Tables;

namespace Recommender.AwsEmulator;

/// <summary>What <c>pulumi up</c> makes for a lake, made in an emulator: buckets, databases, tables that were never published, a workgroup.</summary>
public sealed class EmulatorStack
{
    /// <summary>The prefix where a table that was never published looks for files, below its own; the same as in infra/Cataloguing.</summary>
    public const string Nothing = "_empty";

    private const string Project = "recommender";

    private readonly AwsEmulatorServer _server;

    private EmulatorStack(AwsEmulatorServer server, string name) => (_server, Name) = (server, name);

    /// <summary>The stack's name.</summary>
    public string Name { get; }

    /// <summary>The lake as <c>--lake</c> takes it.</summary>
    public string Lake => $"s3://{Project}-{Name}";

    /// <summary>The workgroup of jobs.</summary>
    public string Workgroup => $"{Project}-{Name}-jobs";

    /// <summary>The bucket of queries' results.</summary>
    public string Results => $"{Project}-{Name}-results";

    /// <summary>Makes a stack.</summary>
    /// <param name="server">The emulator.</param>
    /// <param name="name">The stack's name, such as <c>uat</c>.</param>
    /// <param name="tables">The tables; quarantines follow from them.</param>
    public static EmulatorStack Create(AwsEmulatorServer server, string name, IEnumerable<TableDeclaration> tables)
    {
        ArgumentNullException.ThrowIfNull(server);
        ArgumentNullException.ThrowIfNull(tables);
        var stack = new EmulatorStack(server, name);
        var catalog = server.Service<GlueService>().Catalog;
        foreach (var zone in Enum.GetValues<Zone>())
        {
            server.Objects.CreateBucket(stack.Bucket(zone));
            catalog.CreateDatabase(new JsonObject { [nameof(Name)] = stack.Database(zone), ["LocationUri"] = $"s3://{stack.Bucket(zone)}/" });
        }

        server.Objects.CreateBucket(stack.Results);
        server.Service<AthenaService>().Put(new(stack.Workgroup, $"s3://{stack.Results}/jobs/", Enforced: true, MostBytes: null, server.Options.Clock.GetUtcNow()));
        foreach (var table in tables)
        {
            stack.Add(table);
        }

        return stack;
    }

    /// <summary>The bucket of a zone.</summary>
    public string Bucket(Zone zone) => $"{Project}-{Name}-{zone.SqlName()}";

    /// <summary>The Glue database of a zone.</summary>
    public string Database(Zone zone) => $"{Project}_{Name}_{zone.SqlName()}";

    /// <summary>Makes a table of the catalog, and its quarantine where it has one, as they are before the first publication.</summary>
    public void Add(TableDeclaration table)
    {
        ArgumentNullException.ThrowIfNull(table);
        var catalog = _server.Service<GlueService>().Catalog;
        var prefix = $"s3://{Bucket(table.Name.Zone)}/{table.Name.Table}";
        catalog.Create(Database(table.Name.Zone), StackTable.Input(table, prefix));
        if (table.HasQuarantine)
        {
            catalog.Create(Database(table.Name.Zone), StackTable.Input(Quarantine.DeclarationOf(table), prefix));
        }
    }

    /// <summary>What a task of the stack finds in its environment, with the emulator in AWS's place.</summary>
    /// <param name="workFolder">RECOMMENDER_WORK.</param>
    public IReadOnlyDictionary<string, string> Environment(string workFolder)
    {
        var (key, secret) = _server.Options.Credentials.First();
        var variables = new Dictionary<string, string>
        {
            ["AWS_REGION"] = _server.Options.Region,
            ["AWS_ACCESS_KEY_ID"] = key,
            ["AWS_SECRET_ACCESS_KEY"] = secret,
            ["AWS_ENDPOINT_URL"] = _server.Address.ToString().TrimEnd('/'),
            ["AWS_EC2_METADATA_DISABLED"] = "true",
            ["RECOMMENDER_STACK"] = Name,
            ["RECOMMENDER_WORK"] = workFolder,
            ["RECOMMENDER_WORKGROUP"] = Workgroup,
            ["RECOMMENDER_RESULTS"] = $"s3://{Results}/jobs/",
        };
        foreach (var zone in Enum.GetValues<Zone>())
        {
            variables[$"RECOMMENDER_BUCKET_{zone.SqlName().ToUpperInvariant()}"] = Bucket(zone);
            variables[$"RECOMMENDER_DATABASE_{zone.SqlName().ToUpperInvariant()}"] = Database(zone);
        }

        return variables;
    }
}
