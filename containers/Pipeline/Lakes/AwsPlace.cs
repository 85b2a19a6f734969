using Recommender.Lake.Athena;
using Recommender.Lake.Aws;
using Recommender.Lake.Building;
using Recommender.Lake.Engine;
using Recommender.Lake.Glue;
using Recommender.Lake.S3;
using Recommender.Lake.Snapshots;
using Recommender.Lake.Tables;
using Recommender.Pipeline.Graph;

namespace Recommender.Pipeline.Lakes;

/// <summary>A lake on AWS: files on S3, pointers in the Glue catalog, SQL models on Athena, everything else with the embedded engine on copies.</summary>
internal sealed class AwsPlace : ILakePlace
{
    private readonly AwsLakeSettings _settings;
    private readonly AwsClients _clients;
    private readonly TimeProvider _clock;
    private readonly string? _ownFolder;
    private readonly GlueCatalog _catalog;
    private readonly GluePointers _pointers;
    private readonly AthenaStepBuilder? _models;

    /// <summary>Makes no call yet.</summary>
    /// <param name="settings">What the lake is made of.</param>
    /// <param name="clients">AWS's clients, which are taken over.</param>
    /// <param name="clock">Gives time.</param>
    /// <param name="random">Spreads waits.</param>
    /// <param name="holder">Who takes locks, as others are told.</param>
    /// <param name="ownFolder">The work folder, where it goes with this; null where it stays.</param>
    public AwsPlace(AwsLakeSettings settings, AwsClients clients, TimeProvider clock, Random random, string holder, string? ownFolder)
    {
        (_settings, _clients, _clock, _ownFolder) = (settings, clients, clock, ownFolder);
        var storage = new S3Storage(settings, clients.S3, new S3Options(), clock, random);
        _catalog = new GlueCatalog(clients.Glue, settings);
        _pointers = new GluePointers(_catalog, storage, new PointerCopies(storage), GroceryPipeline.Tables);
        Store = new SnapshotStore(storage, _pointers);
        Locks = new S3Locks(storage, holder, new S3LockOptions(), clock);
        // Tables have locks of their own, so others may spill beside this one.
        Scratch = Path.Combine(settings.WorkFolder, "_tmp", Path.GetRandomFileName());
        if (settings.Workgroup is not null)
        {
            var athena = new AthenaEngine(clients.Athena, settings, new AthenaOptions(), clock, random);
            Questions = athena;
            _models = new AthenaStepBuilder(Store, athena, _catalog, clock);
        }
    }

    /// <inheritdoc/>
    public SnapshotStore Store { get; }

    /// <inheritdoc/>
    public ILakeLocks Locks { get; }

    /// <inheritdoc/>
    public string Scratch { get; }

    /// <inheritdoc/>
    public ISqlEngine? Questions { get; }

    /// <inheritdoc/>
    public IReadOnlyList<TableName> Repair(IReadOnlyList<TableName> locked, CancellationToken cancellationToken)
    {
        _pointers.Repair(locked, cancellationToken);
        _models?.Tidy(locked.Where(table => table.Zone != Zone.Raw), cancellationToken);
        return locked;
    }

    /// <inheritdoc/>
    public void RequireCatalog(IReadOnlyCollection<TableDeclaration> tables, CancellationToken cancellationToken) =>
        new CatalogDrift(_catalog, _settings).Require(tables, cancellationToken);

    /// <inheritdoc/>
    public IStepBuilder Builder(DuckDbEngine engine, CancellationToken cancellationToken)
    {
        var embedded = new EmbeddedStepBuilder(Store, engine, _clock) { Fetched = GroceryPipeline.Tables };

        // Without a workgroup the few steps of such a task are none of Athena's: a model is built from copies, too.
        return _models is null ? embedded : new CombinedStepBuilder(_models, embedded);
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        _clients.Dispose();
        if (Directory.Exists(Scratch))
        {
            Directory.Delete(Scratch, recursive: true);
        }

        if (_ownFolder is not null && Directory.Exists(_ownFolder))
        {
            Directory.Delete(_ownFolder, recursive: true);
        }
    }
}
