using Recommender.Tests;

namespace Recommender.Emulator.Tests.Models;

/// <summary>
/// Has the services' models on this machine before the first test, so that what any test sends is held to them. Where they cannot be installed the
/// tests of the checks are skipped, with the reason.
/// </summary>
public sealed class InstalledModels
{
    /// <summary>Installs them where they are missing.</summary>
    public InstalledModels() => _ = DebianPackages.Require("python3-botocore");
}
