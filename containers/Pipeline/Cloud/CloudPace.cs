namespace Recommender.Pipeline.Cloud;

/// <summary>How often what runs in the cloud is asked about.</summary>
internal sealed record CloudPace
{
    /// <summary>The pause between two looks: 4 s, so that even 40 tasks' logs stay far below what CloudWatch Logs answers in a second.</summary>
    public TimeSpan Poll { get; init; } = TimeSpan.FromSeconds(4);

    /// <summary>Looks in a row at which ECS may not know a task that it has just taken: 15.</summary>
    public int MostMisses { get; init; } = 15;
}
