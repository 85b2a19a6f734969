using System.Reflection;
using System.Reflection.Metadata;
using System.Reflection.PortableExecutable;
using System.Text.Json;
using Recommender.Tests;

namespace Recommender.Infra.Tests.Offline;

public sealed class GeneratedResourcesTests
{
    private static readonly NodeFolder _generator = new("offline", "Pulumi", "generator");

    [Fact]
    [Trait("Category", "Long")]
    public async Task The_committed_classes_are_what_the_typings_give()
    {
        await _generator.InstallAsync(TestContext.Current.CancellationToken);
        await _generator.RunAsync(["npm", "run", "--silent", "check"], "", TestContext.Current.CancellationToken);
    }

    [Fact]
    public void Only_what_the_program_uses_is_generated()
    {
        using var list = JsonDocument.Parse(File.ReadAllText(Path.Combine(_generator.Folder, "resources.json")));
        var listed = new[] { "resources", "functions" }
            .SelectMany(kind => list.RootElement.GetProperty(kind).EnumerateArray())
            .Select(token => ClassName(token.GetString()!));

        // A component of awsx gives the resources that it makes as outputs.
        Assert.Empty(listed.Except(UsedClasses(typeof(Program).Assembly)).Except(UsedClasses(typeof(Pulumi.Awsx.Ec2.Vpc).Assembly)));
    }

    // aws:s3/bucket:Bucket is the class S3.Bucket; namespaces are spelt in many ways, so the class's own name must do.
    private static string ClassName(string token) => char.ToUpperInvariant(token.Split(':')[2][0]) + token.Split(':')[2][1..];

    private static HashSet<string> UsedClasses(Assembly assembly)
    {
        using var program = new PEReader(File.OpenRead(assembly.Location));
        var metadata = program.GetMetadataReader();
        return [.. metadata.TypeReferences
            .Select(metadata.GetTypeReference)
            .Where(type => metadata.GetString(type.Namespace).StartsWith("Pulumi.Aws", StringComparison.Ordinal))
            .Select(type => metadata.GetString(type.Name))];
    }
}
