using Recommender.AwsEmulator;
using Recommender.AwsEmulator.Faults;

namespace Recommender.Pipeline.Tests.Aws;

/// <summary>A fault that a run meets.</summary>
/// <param name="Name">What happens, as the list of faults says it.</param>
/// <param name="Table">The table whose step meets it.</param>
/// <param name="Inject">Puts it into the emulator.</param>
/// <param name="Passes">Whether the run gets over it; else it fails as the environment's fault, and the next one goes on.</param>
public sealed record FaultCase(string Name, string Table, Action<AwsEmulatorServer> Inject, bool Passes)
{
    /// <summary>All that are tried.</summary>
    public static IReadOnlyList<FaultCase> All { get; } =
    [
        .. Passing("raw.orders", "s3", "PutObject", "/data/", FaultKind.Throttle, FaultKind.ServerError, FaultKind.TearBefore, FaultKind.TearAfter),
        .. Passing("raw.orders", "s3", "PutObject", "_manifest.json", FaultKind.ServerError, FaultKind.TearAfter),
        .. Passing("raw.orders", "s3", "PutObject", "_lock", FaultKind.ServerError, FaultKind.TearAfter),
        .. Passing("raw.orders", "glue", "GetTable", null, FaultKind.Throttle, FaultKind.ServerError, FaultKind.TearBefore, FaultKind.TruncateBody),
        .. Passing("raw.orders", "glue", "UpdateTable", null, FaultKind.Throttle, FaultKind.ServerError, FaultKind.TearBefore, FaultKind.TearAfter),
        .. Passing("raw.orders", "s3", "PutObject", "/data/", FaultKind.Hang),
        .. Passing("raw.orders", "glue", "UpdateTable", null, FaultKind.Hang),
        .. Passing("clean.orders", "athena", "StartQueryExecution", null, FaultKind.Hang),
        .. Passing("clean.orders", "athena", "GetQueryExecution", null, FaultKind.Hang, FaultKind.SlowBody),
        .. Passing("clean.orders", "athena", "StartQueryExecution", null, FaultKind.Throttle, FaultKind.ServerError, FaultKind.TearBefore, FaultKind.TearAfter),
        .. Passing("clean.orders", "athena", "GetQueryExecution", null, FaultKind.Throttle, FaultKind.ServerError, FaultKind.TearAfter, FaultKind.TruncateBody),
        .. Passing("clean.orders", "athena", "GetQueryResults", null, FaultKind.Throttle, FaultKind.ServerError, FaultKind.TruncateBody),
        .. Passing("clean.orders", "glue", "CreateTable", null, FaultKind.ServerError, FaultKind.TearAfter),
        .. Passing("clean.orders", "glue", "DeleteTable", null, FaultKind.ServerError, FaultKind.TearAfter),
        .. Passing("clean.orders", "s3", "ListObjectsV2", null, FaultKind.ServerError, FaultKind.TruncateBody),
        .. Passing("clean.orders", "s3", "GetObject", "_manifest.json", FaultKind.TruncateBody, FaultKind.TearBefore),
        Outage("raw.orders", "s3", "PutObject", "/data/"),
        Outage("raw.orders", "s3", "PutObject", "_manifest.json"),
        Outage("raw.orders", "glue", "UpdateTable", null),
        Outage("clean.orders", "athena", "StartQueryExecution", null),
        Outage("clean.orders", "glue", "CreateTable", null),
        new("somebody else changes the table while it is published (Glue UpdateTable: ConcurrentModificationException)", "clean.orders",
            server => server.Faults.Add(new FaultRule { Service = "glue", Operation = "UpdateTable", Kind = FaultKind.Conflict, Times = 100 }), Passes: false),
        Query("an INSERT fails", new QueryFault { Kind = QueryFaultKind.Failed, Match = "insert into", Reason = "GENERIC_INTERNAL_ERROR: a worker went away" }),
        Query("an INSERT fails and leaves half of its files", new QueryFault { Kind = QueryFaultKind.FailedHalfWritten, Match = "insert into", Reason = "EXCEEDED_LOCAL_MEMORY_LIMIT: Query exhausted resources at this scale factor" }),
        Query("an INSERT is cancelled by somebody else", new QueryFault { Kind = QueryFaultKind.Cancelled, Match = "insert into" }),
        new("a check's SELECT fails once, and may be tried again", "clean.orders",
            server => server.Faults.Add(new QueryFault { Kind = QueryFaultKind.Failed, Match = "count_if", Retryable = true }), Passes: true),
    ];

    private static IEnumerable<FaultCase> Passing(string table, string service, string operation, string? match, params FaultKind[] kinds) => kinds.Select(kind => new FaultCase(
        $"{service} {operation}{(match is null ? "" : $" of …{match}…")}: {kind}, once", table,
        server => server.Faults.Add(new FaultRule { Service = service, Operation = operation, Match = match, Kind = kind }), Passes: true));

    private static FaultCase Outage(string table, string service, string operation, string? match) => new(
        $"{service} {operation}{(match is null ? "" : $" of …{match}…")}: ServerError, again and again", table,
        server => server.Faults.Add(new FaultRule { Service = service, Operation = operation, Match = match, Kind = FaultKind.ServerError, Times = 1000 }), Passes: false);

    private static FaultCase Query(string name, QueryFault fault) => new($"Athena: {name}", "clean.orders", server => server.Faults.Add(fault), Passes: false);
}
