namespace Recommender.Pipeline.Running;

/// <summary>Shows a run as it goes. Calls come one at a time.</summary>
public interface IRunReporter
{
    /// <summary>A step starts to build.</summary>
    /// <param name="name">The table.</param>
    /// <param name="reason">Why it is built.</param>
    void Started(string name, string reason);

    /// <summary>How the running steps are doing; several times a second.</summary>
    void Progressed(IReadOnlyList<RunningStep> steps);

    /// <summary>A step ended, or was found to need nothing.</summary>
    void Ended(StepResult result);
}
