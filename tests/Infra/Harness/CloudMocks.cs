using System.Collections.Concurrent;
using System.Collections.Immutable;
using Pulumi.Testing;

namespace Recommender.Infra.Tests.Harness;

/// <summary>Stands in for the engine and AWS: answers plausibly and keeps what it was asked.</summary>
internal sealed class CloudMocks : IMocks
{
    private readonly ConcurrentQueue<MadeResource> _made = new();

    /// <summary>The resources asked for so far.</summary>
    public IReadOnlyCollection<MadeResource> Made => _made;

    /// <inheritdoc/>
    public Task<(string? id, object state)> NewResourceAsync(MockResourceArgs args)
    {
        var (type, name) = (args.Type!, args.Name!);
        var answer = CloudAnswers.Of(type, name, args.Inputs);
        var outputs = args.Inputs;
        foreach (var (output, value) in answer.More.Append(("arn", answer.Arn!)).Where(pair => pair.Item2 is not null))
        {
            // What the program asked for is what there is.
            outputs = outputs.ContainsKey(output) ? outputs : outputs.Add(output, value);
        }

        _made.Enqueue(new(type, name, args.Inputs, outputs, answer.Id));
        return Task.FromResult<(string? id, object state)>((answer.Id, outputs));
    }

    /// <inheritdoc/>
    /// <exception cref="NotSupportedException">The tests have no answer; a silent empty one would hide what the program does with it.</exception>
    public Task<object> CallAsync(MockCallArgs args) => Task.FromResult<object>(args.Token switch
    {
        "aws:index/getCallerIdentity:getCallerIdentity" => Answer(("accountId", CloudNames.Account), ("arn", $"arn:aws:iam::{CloudNames.Account}:role/deployer"), ("userId", "AROADEPLOYER:cli"), ("id", CloudNames.Account)),
        "aws:index/getRegion:getRegion" => Answer(("region", CloudNames.Region), ("name", CloudNames.Region), ("id", CloudNames.Region), ("description", "Europe (Ireland)"), ("endpoint", $"ec2.{CloudNames.Region}.amazonaws.com")),
        "aws:index/getPartition:getPartition" => Answer(("partition", "aws"), ("dnsSuffix", "amazonaws.com"), ("id", "aws"), ("reverseDnsPrefix", "com.amazonaws")),
        "aws:index/getAvailabilityZones:getAvailabilityZones" => Answer(("id", CloudNames.Region), ("names", Zones("")), ("zoneIds", Zones("-id"))),
        "aws:iam/getOpenIdConnectProvider:getOpenIdConnectProvider" => OidcProvider(((string)args.Args["url"]).Replace("https://", "", StringComparison.Ordinal)),
        "aws:ec2/getPrefixList:getPrefixList" or "aws:ec2/getManagedPrefixList:getManagedPrefixList" => Answer(("id", "pl-6da54004"), ("name", $"com.amazonaws.{CloudNames.Region}.s3")),
        _ => throw new NotSupportedException($"the tests have no answer to {args.Token}: add one to CloudMocks"),
    });

    private static ImmutableDictionary<string, object> Answer(params (string Key, object Value)[] members) => members.ToImmutableDictionary(member => member.Key, member => member.Value);

    private static ImmutableDictionary<string, object> OidcProvider(string host) =>
        Answer(("arn", $"arn:aws:iam::{CloudNames.Account}:oidc-provider/{host}"), ("url", host), ("id", $"arn:aws:iam::{CloudNames.Account}:oidc-provider/{host}"));

    private static ImmutableArray<object> Zones(string suffix) => [.. "abc".Select(zone => $"{CloudNames.Region}{zone}{suffix}")];
}
