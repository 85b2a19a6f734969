using Pulumi;

namespace Recommender.Infra.Tests.Sdk;

/// <summary>A provider of a package, of test resources by default.</summary>
public sealed class TestProvider(string name, string package = "test", CustomResourceOptions? options = null)
    : ProviderResource(package, name, ResourceArgs.Empty, options);
