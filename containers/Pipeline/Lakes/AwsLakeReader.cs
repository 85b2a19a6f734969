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
/// <param name="glue">Opens the catalog; called only where it is asked.</param>
internal sealed partial class AwsLakeReader(Func<string, string?> variables, Func<IAmazonGlue> glue)
{
    private static readonly Zone[] _zones = Enum.GetValues<Zone>();

    /// <summary>The settings of a lake.</summary>
    /// <param name="name">The lake's name.</param>
    /// <param name="workgroup">What Athena's workgroup is called by where the environment names none: <c>jobs</c> for runs, <c>analysts</c> for questions.</param>
    /// <param name="workFolder">The folder for copies where the environment names none.</param>
    /// <param name="cancellationToken">Stops it.</param>
    /// <exception cref="CallerException">The environment is another stack's or has faults, all of which are listed, or there is no such stack.</exception>
    public async Task<AwsLakeSettings> ReadAsync(AwsLakeName name, string workgroup, string workFolder, CancellationToken cancellationToken)
    {
        var faults = Faults(name).ToList();
        if (faults.Count > 0)
        {
            throw new CallerException(string.Join(Environment.NewLine, faults));
        }

        var told = _zones.Where(zone => Bucket(zone) is not null).ToList();
        var isTask = told.Count > 0;
        var buckets = isTask ? told.ToDictionary(zone => zone, zone => Bucket(zone)!) : await FindBucketsAsync(name, cancellationToken).ConfigureAwait(false);
        return new AwsLakeSettings
        {
            Name = name.ToString(),
            Buckets = buckets,
            Databases = buckets.Keys.ToDictionary(zone => zone, zone => Database(zone) ?? name.Database(zone)),

            // A task without a workgroup has no right to ask Athena; a person has.
            Workgroup = variables("RECOMMENDER_WORKGROUP") ?? (isTask ? null : name.Thing(workgroup)),
            WorkFolder = variables("RECOMMENDER_WORK") ?? workFolder,
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

    private async Task<Dictionary<Zone, string>> FindBucketsAsync(AwsLakeName name, CancellationToken cancellationToken)
    {
        using var catalog = glue();
        var buckets = new Dictionary<Zone, string>();
        foreach (var zone in _zones)
        {
            buckets[zone] = await FindBucketAsync(catalog, name, zone, cancellationToken).ConfigureAwait(false);
        }

        return buckets;
    }

    private static async Task<string> FindBucketAsync(IAmazonGlue catalog, AwsLakeName name, Zone zone, CancellationToken cancellationToken)
    {
        var database = name.Database(zone);
        try
        {
            var found = await catalog.GetDatabaseAsync(new GetDatabaseRequest { Name = database }, cancellationToken).ConfigureAwait(false);
            return LocationForm().Match(found.Database.LocationUri ?? "") is { Success: true } match
                ? match.Groups[1].Value
                : throw new CallerException($"--lake {name}: the Glue database {database} lies at '{found.Database.LocationUri}', which is no bucket: run 'pulumi up' for stack {name.Stack}");
        }
        catch (EntityNotFoundException error)
        {
            throw new CallerException($"--lake {name}: there is no stack {name.Stack} in this account and region (no Glue database {database}): check AWS_PROFILE and AWS_REGION, or make it with 'pulumi up'", error);
        }
        catch (Exception error) when (AwsFault.IsFault(error, cancellationToken))
        {
            throw AwsFault.Of($"--lake {name}: Glue GetDatabase {database}", error);
        }
    }

    [GeneratedRegex(@"\A[a-z0-9][a-z0-9.-]{1,61}[a-z0-9]\z")]
    private static partial Regex BucketForm();

    [GeneratedRegex(@"\As3://([a-z0-9][a-z0-9.-]{1,61}[a-z0-9])/?\z")]
    private static partial Regex LocationForm();
}
