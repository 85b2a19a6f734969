namespace Recommender.AwsEmulator.Signing;

/// <summary>Why a request is not taken.</summary>
internal enum SignatureProblem
{
    /// <summary>It is not signed.</summary>
    Missing,

    /// <summary>What it says of its signature cannot be understood.</summary>
    Malformed,

    /// <summary>It is signed for another region.</summary>
    WrongRegion,

    /// <summary>No such key was given to anybody.</summary>
    UnknownKey,

    /// <summary>The session token is missing or not the key's.</summary>
    WrongToken,

    /// <summary>It was signed more than fifteen minutes ago, or will be; or a presigned address has expired.</summary>
    Skewed,

    /// <summary>The signature is not the one that the request has with the key's secret.</summary>
    Mismatch,
}
