using System.Collections.Immutable;
using System.Security.Cryptography;
using System.Text;

namespace Recommender.Infra.Tests.Harness;

/// <summary>Names and ids as AWS gives them, the same in every run.</summary>
internal static class CloudNames
{
    /// <summary>The account of the tests.</summary>
    public const string Account = "123456789012";

    /// <summary>The region of the tests, which is that of <c>Pulumi.yaml</c>.</summary>
    public const string Region = "eu-west-1";

    private static readonly string[] _naming = ["bucket", "dataSetId", "dataSourceId", "dashboardId", "analysisId", "templateId", "name", "identifier", "family", "dashboardName", "configurationName"];

    /// <summary>The physical name of a resource: its naming input, or what Pulumi's auto-naming would make.</summary>
    public static string Physical(string type, string logical, ImmutableDictionary<string, object> inputs) =>
        Explicit(type, inputs) ?? $"{logical}-{Hex(type + logical, 7)}";

    /// <summary>The name that the program gave a resource; null where Pulumi makes one.</summary>
    public static string? Explicit(string type, ImmutableDictionary<string, object> inputs) =>
        // Only a bucket is named by its input "bucket": for versioning, policies and the like it is the bucket they are about.
        _naming.Where(input => input != "bucket" || type == "aws:s3/bucket:Bucket").Select(input => inputs.GetValueOrDefault(input) as string).FirstOrDefault(name => name is not null);

    /// <summary>Hexadecimal digits that depend on a text alone.</summary>
    public static string Hex(string text, int digits) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text)))[..digits];

    /// <summary>An ARN in the account and region of the tests.</summary>
    public static string Arn(string service, string resource) => $"arn:aws:{service}:{Region}:{Account}:{resource}";

    /// <summary>A UUID that depends on a text alone.</summary>
    public static string Uuid(string text) => Hex(text, 32) is var hex ? $"{hex[..8]}-{hex[8..12]}-4{hex[13..16]}-8{hex[17..20]}-{hex[20..]}" : "";
}
