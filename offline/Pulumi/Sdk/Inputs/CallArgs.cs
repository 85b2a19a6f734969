namespace Pulumi;

/// <summary>The arguments of a resource's method.</summary>
public abstract class CallArgs : InputArgs
{
    /// <summary>No arguments.</summary>
    public static readonly CallArgs Empty = new None();

    /// <summary>Arguments as the derived class marks them.</summary>
    protected CallArgs()
    {
    }

    private sealed class None : CallArgs;
}
