namespace Recommender.Ranking.Registry;

/// <summary>The models there are, newest first, and the rules by which their states change. Immutable.</summary>
/// <param name="Models">The models.</param>
internal sealed record ModelRegistry(IReadOnlyList<ModelRecord> Models)
{
    /// <summary>Besides the champion's and the challenger's, how many files are kept, the newest: 2. Older models keep their facts.</summary>
    public const int OtherFiles = 2;

    /// <summary>None.</summary>
    public static ModelRegistry Empty { get; } = new([]);

    /// <summary>The model that lists come from, or null.</summary>
    public ModelRecord? Champion => Models.FirstOrDefault(model => model.State == ModelState.Champion);

    /// <summary>The newest model that did not become champion, or null.</summary>
    public ModelRecord? Challenger => Models.FirstOrDefault(model => model.State == ModelState.Challenger);

    /// <summary>Adds a model that was just trained; one of the same id, whose file is the same to the last bit, makes way.</summary>
    /// <param name="model">The model; its state is <see cref="ModelState.Champion"/> or <see cref="ModelState.Challenger"/>.</param>
    public ModelRegistry Add(ModelRecord model)
    {
        var others = Models.Where(other => other.Id != model.Id).Select(other => MakeWay(other, model.State));
        return new ModelRegistry(KeepFiles([model, .. others]));
    }

    /// <summary>Makes the challenger champion.</summary>
    /// <param name="decision">Why, in a sentence.</param>
    /// <exception cref="InvalidOperationException">There is none.</exception>
    public ModelRegistry Promote(string decision)
    {
        var challenger = Challenger ?? throw new InvalidOperationException("there is no challenger");
        return new ModelRegistry(KeepFiles(
        [
            .. Models.Select(model => model.Id == challenger.Id
                ? model with { State = ModelState.Champion, Decision = decision }
                : MakeWay(model, ModelState.Champion)),
        ]));
    }

    /// <summary>Takes a champion's place away, and gives it to none.</summary>
    /// <param name="id">The champion.</param>
    /// <param name="decision">Why, in a sentence.</param>
    public ModelRegistry Retire(string id, string decision) =>
        new([.. Models.Select(model => model.Id == id ? model with { State = ModelState.Retired, Decision = decision } : model)]);

    private static ModelRecord MakeWay(ModelRecord other, ModelState taken) => (other.State, taken) switch
    {
        (ModelState.Champion, ModelState.Champion) => other with { State = ModelState.Retired },
        (ModelState.Challenger, _) => other with { State = ModelState.Rejected },
        _ => other,
    };

    private static IReadOnlyList<ModelRecord> KeepFiles(IReadOnlyList<ModelRecord> models)
    {
        var room = OtherFiles;
        return
        [
            .. models.Select(model =>
                model.File is null || model.State is ModelState.Champion or ModelState.Challenger || room-- > 0 ? model : model with { File = null }),
        ];
    }
}
