using Pulumi;
using Recommender.Lake.Tables;

namespace Recommender.Infra.Reporting;

/// <summary>Where dashboards read.</summary>
/// <param name="WorkgroupName">The workgroup of their queries.</param>
/// <param name="WorkgroupArn">Its ARN.</param>
/// <param name="ResultsBucketArn">The bucket of results.</param>
/// <param name="ResultsPrefix">The prefix of that workgroup's results in it; ends in <c>/</c>.</param>
/// <param name="BucketArns">The bucket of each zone; a table lies under a prefix of its own name.</param>
/// <param name="KeyArn">The key of buckets and results.</param>
public sealed record ReadingPlace(
    Input<string> WorkgroupName, Input<string> WorkgroupArn, Input<string> ResultsBucketArn, string ResultsPrefix, IReadOnlyDictionary<Zone, Input<string>> BucketArns, Input<string> KeyArn);
