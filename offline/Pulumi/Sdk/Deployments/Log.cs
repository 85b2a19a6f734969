namespace Pulumi;

/// <summary>Tells the engine's user something. An error fails the run.</summary>
public static class Log
{
    /// <summary>A message that is shown only on demand.</summary>
    public static void Debug(string message, Resource? resource = null, int? streamId = null, bool? ephemeral = null)
        => RequireRun();

    /// <summary>A message.</summary>
    public static void Info(string message, Resource? resource = null, int? streamId = null, bool? ephemeral = null)
        => RequireRun();

    /// <summary>A message about something that may be wrong.</summary>
    public static void Warn(string message, Resource? resource = null, int? streamId = null, bool? ephemeral = null)
        => RequireRun();

    /// <summary>A message about what fails the run.</summary>
    public static void Error(string message, Resource? resource = null, int? streamId = null, bool? ephemeral = null)
        => DeploymentRun.Current.Log.Error(message);

    /// <summary>An exception that fails the run.</summary>
    public static void Exception(Exception exception, Resource? resource = null, int? streamId = null, bool? ephemeral = null)
        => Error(exception.ToString(), resource, streamId, ephemeral);

    // Without an engine nobody reads messages; as in a real run they need one all the same.
    private static void RequireRun() => _ = DeploymentRun.Current;
}
