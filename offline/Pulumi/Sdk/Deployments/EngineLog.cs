namespace Pulumi;

/// <summary>What a run told its user. Mocks keep errors only.</summary>
internal sealed class EngineLog
{
    private readonly List<string> _errors = [];

    /// <summary>The errors so far, in order.</summary>
    public IReadOnlyList<string> Errors
    {
        get
        {
            lock (_errors)
            {
                return [.. _errors];
            }
        }
    }

    /// <summary>Keeps an error.</summary>
    public void Error(string message)
    {
        lock (_errors)
        {
            _errors.Add(message);
        }
    }
}
