using Recommender.AwsEmulator.Faults;
using Recommender.AwsEmulator.S3;
using Recommender.AwsEmulator.Signing;

namespace Recommender.AwsEmulator;

/// <summary>What the services of one emulator share.</summary>
/// <param name="options">How it was started.</param>
/// <param name="folder">The full path of its files: objects in s3/, each other service in a folder of its own.</param>
public sealed class EmulatorState(EmulatorOptions options, string folder)
{
    private Uri? _address;
    private SignatureVerifier? _signatures;

    /// <summary>How the emulator was started.</summary>
    public EmulatorOptions Options { get; } = options;

    /// <summary>The full path of its files.</summary>
    public string Folder { get; } = folder;

    /// <summary>The clock of all services.</summary>
    public TimeProvider Clock => Options.Clock;

    /// <summary>The faults to inject.</summary>
    public FaultPlan Faults { get; } = new();

    /// <summary>The buckets and objects.</summary>
    public ObjectStore Objects { get; } = new(folder, options.Clock);

    /// <summary>The access keys that requests may be signed with.</summary>
    internal CredentialStore Credentials { get; } = new(options.Credentials);

    /// <summary>Checks signatures. Clients sign by the machine's clock, whatever clock the emulator's dates follow.</summary>
    internal SignatureVerifier Signatures => _signatures ??= new(Credentials, Options.Region, TimeProvider.System);

    /// <summary>Where the server listens, for programs that a service starts.</summary>
    /// <exception cref="InvalidOperationException">The server does not listen yet.</exception>
    public Uri Address
    {
        get => _address ?? throw new InvalidOperationException("the emulator does not listen yet");
        internal set => _address = value;
    }
}
