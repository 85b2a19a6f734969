using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json.Nodes;
using Recommender.Lake.Errors;
using Recommender.Lake.Tables;
using Recommender.Pipeline.Cloud.Machines;

namespace Recommender.Pipeline.Cloud.Tasks;

/// <summary>What to run for one table, as the deployed state machine would: its job, or its shards at once and then the job that publishes them.</summary>
/// <param name="machine">The state machine.</param>
/// <param name="table">The table.</param>
/// <param name="run">The run's id.</param>
/// <param name="source">The delivery, for a table that is loaded from one; null for the standing one.</param>
internal sealed class JobPlan(CloudMachine machine, TableName table, string run, string? source)
{
    /// <summary>Whom the tasks say they were started by, which tells them from those of an execution.</summary>
    public const string StartedBy = "recommender-cloud";

    private bool _readsSource;

    /// <summary>The jobs: those of a phase run at once, each phase after the one before.</summary>
    /// <exception cref="CallerException">The stack has no job for the table, or the table reads no delivery and one was named.</exception>
    public IReadOnlyList<IReadOnlyList<CloudJob>> Phases()
    {
        var name = table.ToString();
        if (!machine.Text.IsJob(name))
        {
            throw new CallerException($"the deployed pipeline has no job for {name}; it has {string.Join(", ", machine.Text.Tables)}");
        }

        var shards = machine.Text.ShardsOf(name);
        var whole = Job(name, name, null);
        IReadOnlyList<IReadOnlyList<CloudJob>> phases = shards == 1
            ? [[whole]]
            : [[.. Enumerable.Range(0, shards).Select(shard => Job($"{name}: shard {shard}/{shards}", $"{name}: shard", shard))], [whole]];
        return source is null || _readsSource ? phases : throw new CallerException($"--source: {name} is not loaded from a delivery; leave it out, or name a raw table or 'all'");
    }

    private CloudJob Job(string label, string state, int? shard)
    {
        var template = machine.Text.Parameters(state).DeepClone().AsObject();
        template.Remove("ClientToken.$");
        var request = new TaskRequest(machine.Text.Unknown).Of(AslExpression.Fill(template, path => Path(path, shard)));
        request.ClientToken = Token(label);
        request.StartedBy = StartedBy;
        request.Count = 1;
        return new CloudJob(label, request);
    }

    private JsonNode Path(string path, int? shard)
    {
        switch (path)
        {
            case "$$.Execution.Name":
                return run;
            case "$.source":
                _readsSource = true;
                return source ?? machine.Text.StandingSource;
            case "$.shard" when shard is { } number:
                return number;
            default:
                throw machine.Text.Unknown($"the path {path} in the parameters of a job");
        }
    }

    /// <summary>The same for every call of one job of one run, so that a command that is repeated starts no twin. 64 characters, as many as a token may have.</summary>
    private string Token(string label) =>
        Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(string.Create(CultureInfo.InvariantCulture, $"{machine.Arn} {run} {label} by hand"))));
}
