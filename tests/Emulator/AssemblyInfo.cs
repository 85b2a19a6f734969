using Recommender.Emulator.Tests.Models;

// What goes over the wire is held to the models from the first test on, in a fresh machine too.
[assembly: AssemblyFixture(typeof(InstalledModels))]
