namespace Pulumi;

/// <summary>The arguments of a provider's function.</summary>
public abstract class InvokeArgs : InputArgs
{
    /// <summary>No arguments.</summary>
    public static readonly InvokeArgs Empty = new None();

    /// <summary>Arguments as the derived class marks them.</summary>
    protected InvokeArgs()
    {
    }

    private sealed class None : InvokeArgs;
}
