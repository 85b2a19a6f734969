namespace Pulumi;

/// <summary>How the engine treats a resource of a provider.</summary>
public sealed class CustomResourceOptions : ResourceOptions
{
    private List<string>? _additionalSecretOutputs;

    /// <summary>Whether a replacement deletes the old resource first.</summary>
    public bool? DeleteBeforeReplace { get; set; }

    /// <summary>Outputs to keep as secrets.</summary>
    public List<string> AdditionalSecretOutputs
    {
        get => _additionalSecretOutputs ??= [];
        set => _additionalSecretOutputs = value;
    }

    /// <summary>The id of an existing resource to take over.</summary>
    public string? ImportId { get; set; }

    /// <summary>New options: single values of the second replace, collections add.</summary>
    public static CustomResourceOptions Merge(CustomResourceOptions? options1, CustomResourceOptions? options2)
        => new CustomResourceOptions().Over(options1).Over(options2);

    internal override ResourceOptions Clone() => Merge(this, null);

    private CustomResourceOptions Over(CustomResourceOptions? over)
    {
        if (over is null)
        {
            return this;
        }

        DeleteBeforeReplace = over.DeleteBeforeReplace ?? DeleteBeforeReplace;
        ImportId = over.ImportId ?? ImportId;
        AdditionalSecretOutputs.AddRange(over.AdditionalSecretOutputs);
        return this.With(over);
    }
}
