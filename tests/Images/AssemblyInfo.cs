using Recommender.Images.Tests.Support;

// What needs an engine: ./test leaves it out unless --images or --all asks for it.
[assembly: Trait("Category", "Images")]
[assembly: AssemblyFixture(typeof(BuiltImages))]

// Containers with a share of the machine each, one after the other.
[assembly: CollectionBehavior(DisableTestParallelization = true)]
