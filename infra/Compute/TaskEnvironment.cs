using Pulumi;
using Recommender.Infra.Databases;
using Recommender.Infra.Settings;
using Recommender.Lake.Tables;

namespace Recommender.Infra.Compute;

/// <summary>What tasks find in their environment: names of things, and nothing secret.</summary>
internal sealed class TaskEnvironment(StackContext context)
{
    private readonly Dictionary<string, Input<string>> _variables = new()
    {
        ["AWS_REGION"] = context.Region,
        ["RECOMMENDER_STACK"] = context.Stack,

        // The only folder that can be written to.
        ["RECOMMENDER_WORK"] = ContainerDefinition.WorkFolder,
        ["TMPDIR"] = ContainerDefinition.WorkFolder,

        // .NET's diagnostics would want a socket in the temporary folder, for tools that nobody can bring into a task.
        ["DOTNET_EnableDiagnostics"] = "0",
    };

    /// <summary>Names and values.</summary>
    public IReadOnlyDictionary<string, Input<string>> Variables => _variables;

    /// <summary>Adds the bucket and the Glue database of zones: <c>RECOMMENDER_BUCKET_RAW</c>, <c>RECOMMENDER_DATABASE_RAW</c>.</summary>
    public TaskEnvironment With(IReadOnlyDictionary<Zone, Input<string>> buckets, IEnumerable<Zone> zones)
    {
        foreach (var zone in zones)
        {
            _variables[$"RECOMMENDER_BUCKET_{zone.SqlName().ToUpperInvariant()}"] = buckets[zone];
            _variables[$"RECOMMENDER_DATABASE_{zone.SqlName().ToUpperInvariant()}"] = context.Database(zone);
        }

        return this;
    }

    /// <summary>Adds one variable.</summary>
    public TaskEnvironment With(string name, Input<string> value)
    {
        _variables[name] = value;
        return this;
    }

    /// <summary>Adds the source database, which is signed in to with an IAM token.</summary>
    public TaskEnvironment With(SourceDatabase? database) => database is null
        ? this
        : With("RECOMMENDER_SOURCE_ENDPOINT", database.Endpoint)
            .With("RECOMMENDER_SOURCE_DATABASE", SourceDatabase.DatabaseName)
            .With("RECOMMENDER_SOURCE_USER", SourceDatabase.IngestUser);
}
