namespace Recommender.Pipeline.Cloud.Tasks;

/// <summary>A task that ECS has taken.</summary>
/// <param name="Label">What it is called: the table, or the table and its shard.</param>
/// <param name="Arn">Its ARN.</param>
/// <param name="Definition">The ARN of its definition.</param>
/// <param name="Container">The container that runs the program; null for the definition's first.</param>
internal sealed record CloudTask(string Label, string Arn, string Definition, string? Container)
{
    /// <summary>The last part of its ARN: what log streams and the console call it.</summary>
    public string Id => IdOf(Arn);

    /// <summary>The cluster, by its name.</summary>
    public string Cluster => Arn.Split('/') is [_, var cluster, _] ? cluster : "default";

    /// <summary>The last part of a task's ARN.</summary>
    public static string IdOf(string arn) => arn[(arn.LastIndexOf('/') + 1)..];
}
