namespace Recommender.AwsEmulator;

/// <summary>How an emulator is started.</summary>
public sealed record EmulatorOptions
{
    /// <summary>Where its files lie (made where missing); null for a new temporary folder, which goes with the server.</summary>
    public string? Folder { get; init; }

    /// <summary>The address to listen on; 127.0.0.1 by default.</summary>
    public string Host { get; init; } = "127.0.0.1";

    /// <summary>The port to listen on; 0 (the default) for any free one.</summary>
    public int Port { get; init; }

    /// <summary>The Pulumi stack whose names the resources carry; uat by default.</summary>
    public string Stack { get; init; } = "uat";

    /// <summary>The region that the resources are in; eu-west-1 by default.</summary>
    public string Region { get; init; } = "eu-west-1";

    /// <summary>The account that the resources are in, twelve digits.</summary>
    public string Account { get; init; } = "000000000000";

    /// <summary>Secrets by access key id; test/test by default. A request by another key, or with a wrong signature, is refused.</summary>
    public IReadOnlyDictionary<string, string> Credentials { get; init; } = new Dictionary<string, string> { ["test"] = "test" };

    /// <summary>The clock of dates in answers; the system's by default. Signatures' ages are measured by the system's in any case.</summary>
    public TimeProvider Clock { get; init; } = TimeProvider.System;
}
