using System.Text.RegularExpressions;
using Recommender.Lake.Errors;
using Recommender.Lake.Tables;

namespace Recommender.Pipeline.Lakes;

/// <summary>The name of a stack's lake, <c>s3://recommender-STACK</c>, and what the stack's things are called by it (see infra's StackContext).</summary>
/// <param name="Stack">The stack, such as <c>uat</c>.</param>
internal sealed partial record AwsLakeName(string Stack)
{
    private const string Project = "recommender";

    /// <summary>Whether <c>--lake</c> names a lake on AWS, and no folder.</summary>
    public static bool IsOne(string lake) => lake.StartsWith("s3://", StringComparison.OrdinalIgnoreCase);

    /// <summary>Reads the name.</summary>
    /// <exception cref="CallerException">It is not of that form.</exception>
    public static AwsLakeName Parse(string lake) => Form().Match(lake) is { Success: true } match
        ? new AwsLakeName(match.Groups[1].Value)
        : throw new CallerException($"--lake {lake}: a lake on AWS is named by its stack, s3://{Project}-STACK, such as s3://{Project}-uat; its buckets are found from there");

    /// <summary>A zone's Glue database.</summary>
    public string Database(Zone zone) => $"{Project}_{Stack}_{zone.SqlName()}";

    /// <summary>The physical name of a thing of the stack, such as <c>recommender-uat-jobs</c>.</summary>
    public string Thing(string thing) => $"{Project}-{Stack}-{thing}";

    /// <inheritdoc/>
    public override string ToString() => $"s3://{Project}-{Stack}";

    [GeneratedRegex(@"\As3://recommender-([a-z][a-z0-9]{0,19})/?\z")]
    private static partial Regex Form();
}
