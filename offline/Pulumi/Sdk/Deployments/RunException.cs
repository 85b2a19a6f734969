namespace Pulumi;

/// <summary>An error of the program that its message explains in full.</summary>
public class RunException : Exception
{
    /// <summary>An error.</summary>
    public RunException(string message)
        : base(message)
    {
    }

    /// <summary>An error that another caused.</summary>
    public RunException(string message, Exception? innerException)
        : base(message, innerException)
    {
    }

    /// <summary>Properties marked as outputs that are none.</summary>
    public static RunException OutputsHaveIncorrectType(IEnumerable<string> outputAttributeNames)
        => new($"Output(s) '{string.Join(", ", outputAttributeNames)}' have incorrect type. [Output] attributed properties must be instances of Output<T>.");
}
