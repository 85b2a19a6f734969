using System.CommandLine;
using Recommender.Lake.Errors;
using Recommender.Pipeline.Console;
using Recommender.Pipeline.Models;

namespace Recommender.Pipeline.Commands;

/// <summary><c>recommender models show</c>: one model's card.</summary>
internal sealed class ModelsShowCommand : ProgramCommand
{
    private readonly Argument<string> _id = new("ID") { Description = "The model's id, or how it begins" };
    private readonly Option<bool> _json = JsonOption();

    public ModelsShowCommand()
        : base("show", "Prints a model's card (Markdown): what it was made from, how good it is, what it looks at, and its limits.")
    {
        Add(_id);
        Add(_json);
    }

    /// <inheritdoc/>
    public override IReadOnlyList<Example> Examples { get; } =
    [
        new("a model's card", "recommender models show learnt-0123456789ab"),
        new("keep it as a file", "recommender models show learnt-0123 > card.md"),
    ];

    /// <inheritdoc/>
    public override Task<int> RunAsync(ParseResult parsed, Terminal terminal, CancellationToken cancellationToken)
    {
        var id = parsed.GetValue(_id)!;
        var models = ModelList.Read(parsed, terminal, cancellationToken);
        var found = models.Where(model => model.Id.StartsWith(id, StringComparison.Ordinal)).ToList();
        if (found.Count != 1)
        {
            throw new CallerException(found.Count > 1
                ? $"'{id}' begins the ids of {found.Count} models: {string.Join(", ", found.Select(model => model.Id))}"
                : $"there is no model '{id}'; {(models.Count == 0 ? "none was trained yet: see 'recommender train'" : $"there are {string.Join(", ", models.Select(model => model.Id))}")}");
        }

        if (parsed.GetValue(_json))
        {
            ModelList.WriteJson(terminal.Out, found);
        }
        else
        {
            terminal.Out.Write(found[0].Card);
        }

        return Task.FromResult(ExitCodes.Fine);
    }
}
