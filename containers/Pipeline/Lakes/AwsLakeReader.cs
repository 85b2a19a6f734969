using System.Text.RegularExpressions;
using Amazon.Glue;
using Amazon.Glue.Model;
using Recommender.Lake.Aws;
using Recommender.Lake.Errors;
using Recommender.Lake.Tables;

namespace Recommender.Pipeline.Lakes;

/// <summary>
/// Finds out what a lake on AWS is made of. A task is told by its environment; whoever works from elsewhere is not, and then the
/// stack's Glue databases tell: each lies in its zone's bucket.
/// </summary>
/// <param name="variables">The environment.</param>
/// <param name="glue">The catalog; asked only where the environment does not tell.</param>
internal sealed partial class AwsLakeReader(Func<string, string?> variables, IAmazonGlue glue)
{
    private static readonly Zone[] _zones = Enum.GetValues<Zone>();

    /// <summary>The settings of a lake.</summary>
    /// <param name="name">The lake's name.</param>
    /// <param name="workgroup">Athena's workgroup where the environment names none.</param>
    /// <param name="workFolder">The folder for copies; null for the one that the environment names.</param>
    /// <param name="cancellationToken">Stops it.</param>
    /// <exception cref="CallerException">The environment is another stack's or has faults, all of which are listed, or there is no such stack.</exception>
    public AwsLakeSettings Read(AwsLakeName name, Workgroup workgroup, string? workFolder, CancellationToken cancellationToken)
    {
        var faults = Faults(name).ToList();
        if (faults.Count > 0)
        {
            throw new CallerException(string.Join(Environment.NewLine, faults));
        }

        var told = _zones.Where(zone => Bucket(zone) is not null).ToList();
        var isTask = told.Count > 0;
        var buckets = isTask ? told.ToDictionary(zone => zone, zone => Bucket(zone)!) : _zones.ToDictionary(zone => zone, zone => FindBucket(name, zone, cancellationToken));
        return new AwsLakeSettings
        {
            Name = name.ToString(),
            Buckets = buckets,
            Databases = buckets.Keys.ToDictionary(zone => zone, zone => Database(zone) ?? name.Database(zone)),

            // A task without a workgroup has no right to ask Athena; a person has.
            Workgroup = variables("RECOMMENDER_WORKGROUP") ?? (isTask ? null : name.Thing(workgroup.ToString().ToLowerInvariant())),
            WorkFolder = workFolder ?? variables("RECOMMENDER_WORK")!,
        };
    }

    private string? Bucket(Zone zone) => variables($"RECOMMENDER_BUCKET_{zone.SqlName().ToUpperInvariant()}");

    private string? Database(Zone zone) => variables($"RECOMMENDER_DATABASE_{zone.SqlName().ToUpperInvariant()}");

    private IEnumerable<string> Faults(AwsLakeName name)
    {
        if (variables("RECOMMENDER_STACK") is { } stack && stack != name.Stack)
        {
            yield return $"--lake {name}: the environment is that of stack {stack} (RECOMMENDER_STACK), and nothing of one stack works on another";
        }

        foreach (var zone in _zones.Where(zone => Bucket(zone) is null != Database(zone) is null))
        {
            yield return $"RECOMMENDER_BUCKET_{zone.SqlName().ToUpperInvariant()} and RECOMMENDER_DATABASE_{zone.SqlName().ToUpperInvariant()}: one is set without the other";
        }

        foreach (var (zone, bucket) in _zones.Select(zone => (zone, Bucket(zone))).Where(pair => pair.Item2 is { } given && !BucketForm().IsMatch(given)))
        {
            yield return $"RECOMMENDER_BUCKET_{zone.SqlName().ToUpperInvariant()} is '{bucket}', which is no bucket's name";
        }
    }

    private string FindBucket(AwsLakeName name, Zone zone, CancellationToken cancellationToken)
    {
        var database = name.Database(zone);
        try
        {
            var found = AwsFault.Call($"--lake {name}: Glue GetDatabase of {database}", token => glue.GetDatabaseAsync(new GetDatabaseRequest { Name = database }, token), cancellationToken);
            return LocationForm().Match(found.Database.LocationUri ?? "") is { Success: true } match
                ? match.Groups[1].Value
                : throw new CallerException($"--lake {name}: the Glue database {database} lies at '{found.Database.LocationUri}', which is no bucket: run 'pulumi up' for stack {name.Stack}");
        }
        catch (EnvironmentException error) when (error.InnerException is EntityNotFoundException)
        {
            throw new CallerException($"--lake {name}: there is no stack {name.Stack} in this account and region (no Glue database {database}): check AWS_PROFILE and AWS_REGION, or make it with 'pulumi up'", error);
        }
    }

    [GeneratedRegex(@"\A[a-z0-9][a-z0-9.-]{1,61}[a-z0-9]\z")]
    private static partial Regex BucketForm();

    [GeneratedRegex(@"\As3://([a-z0-9][a-z0-9.-]{1,61}[a-z0-9])/?\z")]
    private static partial Regex LocationForm();
}
