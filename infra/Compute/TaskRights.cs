using Recommender.Infra.Policies;
using Recommender.Lake.Tables;
using Recommender.Pipeline.StateMachine;

namespace Recommender.Infra.Compute;

/// <summary>What each kind of task may do, and which zones it is told of.</summary>
/// <param name="Zones">The zones whose buckets and databases it knows.</param>
/// <param name="Statements">Its policy.</param>
internal sealed record TaskRights(IReadOnlyList<Zone> Zones, IReadOnlyList<PolicyStatement> Statements)
{
    /// <summary>The rights of the jobs of a kind.</summary>
    public static TaskRights Of(JobKind kind, LakeRights lake) => kind switch
    {
        JobKind.Ingest => new([Zone.Raw],
        [
            .. lake.LoadDeliveries(),
            lake.PublishRawTables(),
            lake.WriteEncrypted(),
            .. lake.ReadDatabase(),
        ]),
        JobKind.Transform => new([Zone.Raw, .. _built],
        [
            lake.RunQueries(),
            .. lake.UseResults(),
            .. lake.ReadObjects(Zone.Raw),
            .. lake.WriteObjects(_built),
            lake.FindTables(Zone.Raw),
            lake.BuildTables(_built),
            lake.LookAtDefault(),
            lake.WriteEncrypted(),
        ]),
        JobKind.Train => Learns(lake, [Zone.Clean, Zone.Curated], Zone.Ml),
        JobKind.Score => Learns(lake, [Zone.Clean, Zone.Curated, Zone.Ml], Zone.Published),
        _ => throw new ArgumentOutOfRangeException(nameof(kind), kind, "not a kind of job"),
    };

    /// <summary>The rights of serving: it reads what is published, and nothing that leads there.</summary>
    public static TaskRights Serving(LakeRights lake) => new([Zone.Published],
    [
        .. lake.ReadObjects(Zone.Published),
        lake.FindTables(Zone.Published),
        lake.ReadEncrypted(),
    ]);

    private static readonly Zone[] _built = [Zone.Clean, Zone.Curated, Zone.Ml, Zone.Published];

    // Training and scoring copy snapshots to their own disk and query them there, without Athena.
    private static TaskRights Learns(LakeRights lake, Zone[] from, Zone into) => new([.. from, into],
    [
        .. lake.ReadObjects(from),
        .. lake.WriteObjects(into),
        lake.FindTables(from),
        lake.PublishTables(into),
        lake.WriteEncrypted(),
    ]);
}
