using Recommender.AwsEmulator.Http;
using Recommender.Infra.Tests.Compute;
using Recommender.Infra.Tests.Harness;
using Recommender.Infra.Tests.Policies;

namespace Recommender.Infra.Tests.Tasks;

/// <summary>The rights that tasks need for what they were seen to do.</summary>
internal static class TaskNeeds
{
    /// <summary>The rights, each once, with the request that was the first to need it.</summary>
    /// <param name="tasks">The tasks.</param>
    /// <param name="graph">Their stack.</param>
    public static IReadOnlyList<NeededRight> Of(IReadOnlyList<RecordedTask> tasks, StackGraph graph)
    {
        var s3 = new S3Needs(graph.Key());
        var athena = new AthenaNeeds(s3, new TableLocations(tasks.SelectMany(task => task.Requests)), graph);
        IEnumerable<IamRequest> Needs(LoggedRequest request) => request.Service switch
        {
            "s3" => s3.Of(request),
            "glue" => GlueNeeds.Of(request),
            "athena" => athena.Of(request),
            _ => throw new NotSupportedException($"{request.Service}: no task is known to ask it"),
        };
        var needs = from task in tasks
                    from request in task.Requests
                    from asked in Needs(request)
                    select new NeededRight($"{task}: {request.Service} {request.Operation} {request.Subject}".TrimEnd(), asked);
        return [.. needs.DistinctBy(need => $"{need.Asked.Action} {need.Asked.Resource} {string.Join(' ', need.Asked.Context.Values.SelectMany(values => values))}")];
    }
}
