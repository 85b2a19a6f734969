namespace Recommender.Pipeline.Commands;

/// <summary>A command line in a command's help.</summary>
/// <param name="Says">What it does, in a few words.</param>
/// <param name="Line">What to type.</param>
internal sealed record Example(string Says, string Line);
