namespace Recommender.Transform.Linting;

/// <summary>A place in a model that the two engines would not read alike.</summary>
/// <param name="Rule">The rule's id, such as <c>integer-division</c>.</param>
/// <param name="Line">Line in the text, from 1.</param>
/// <param name="Column">Column in the line, from 1.</param>
/// <param name="Message">What is wrong and what to write instead.</param>
internal sealed record SqlFinding(string Rule, int Line, int Column, string Message)
{
    /// <inheritdoc/>
    public override string ToString() => $"{Line}:{Column}: {Rule}: {Message}";
}
