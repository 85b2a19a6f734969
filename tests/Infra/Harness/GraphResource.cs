using System.Collections.Immutable;

namespace Recommender.Infra.Tests.Harness;

/// <summary>One resource as the engine would have been asked to make it.</summary>
/// <param name="Type">Type token, such as <c>aws:s3/bucket:Bucket</c>.</param>
/// <param name="Name">Logical name, such as <c>lake-raw</c>.</param>
/// <param name="Urn">Its unique name.</param>
/// <param name="Inputs">Inputs by their names in the schema, such as <c>forceDestroy</c>; numbers are doubles, objects are dictionaries.</param>
/// <param name="Outputs">What the mock answered, inputs included.</param>
/// <param name="Id">The id that the mock gave it; empty for components.</param>
/// <param name="Options">Its options.</param>
internal sealed record GraphResource(
    string Type, string Name, string Urn, ImmutableDictionary<string, object> Inputs, ImmutableDictionary<string, object> Outputs, string Id, GraphOptions Options)
{
    /// <summary>The input at a path, such as <c>rules[0].status</c>; null where there is none.</summary>
    public object? At(string path) => GraphValue.At(Inputs, path);

    /// <summary>The text at a path; null where there is none.</summary>
    public string? Text(string path) => At(path) as string;

    /// <summary>The number at a path; null where there is none.</summary>
    public double? Number(string path) => At(path) is double number ? number : null;

    /// <summary>The truth at a path; null where nothing was said.</summary>
    public bool? Flag(string path) => At(path) is bool flag ? flag : null;

    /// <summary>The elements of the list at a path; none where there is no list.</summary>
    public ImmutableArray<object> List(string path) => GraphValue.List(At(path));

    /// <summary>The ARN that the mock gave it.</summary>
    /// <exception cref="InvalidOperationException">It has none.</exception>
    public string Arn => Outputs.GetValueOrDefault("arn") as string ?? throw new InvalidOperationException($"{this} has no ARN");

    /// <summary>Every text in its inputs, keys of maps left out, with the path it is found at.</summary>
    public IEnumerable<(string Path, string Text)> Texts() => GraphValue.Texts(Inputs, "");

    /// <summary>How failures name it.</summary>
    public override string ToString() => $"{Type} {Name}";
}
