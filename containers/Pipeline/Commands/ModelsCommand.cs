using System.CommandLine;
using Recommender.Pipeline.Console;
using Recommender.Pipeline.Models;

namespace Recommender.Pipeline.Commands;

/// <summary><c>recommender models</c>: the trained models.</summary>
internal sealed class ModelsCommand : ProgramCommand
{
    private readonly Option<bool> _json = JsonOption();

    public ModelsCommand()
        : base("models", "Lists the models that were trained, the newest first: which one lists come from, how good each is, and why it is what it is.")
    {
        Add(_json);
        Add(Show);
    }

    /// <summary>The command below it.</summary>
    public ModelsShowCommand Show { get; } = new();

    /// <inheritdoc/>
    public override IReadOnlyList<Example> Examples { get; } =
    [
        new("which models are there?", "recommender models"),
        new("everything about one", "recommender models show learnt-0123456789ab"),
        new("undo the last training or promotion", "recommender rollback ml.models\n  recommender run"),
    ];

    /// <inheritdoc/>
    public override Task<int> RunAsync(ParseResult parsed, Terminal terminal, CancellationToken cancellationToken)
    {
        var models = ModelList.Read(parsed, terminal, cancellationToken);
        if (parsed.GetValue(_json))
        {
            ModelList.WriteJson(terminal.Out, models);
        }
        else
        {
            ModelList.WriteText(terminal, models, GlobalOptions.LakeHint(parsed));
        }

        return Task.FromResult(ExitCodes.Fine);
    }
}
