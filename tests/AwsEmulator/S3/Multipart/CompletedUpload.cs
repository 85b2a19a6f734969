namespace Recommender.AwsEmulator.S3.Multipart;

/// <summary>What became of an upload. Completing it once more with the same parts gives the same answer, as S3 does it for a client that did not get the first.</summary>
/// <remarks>https://github.com/minio/minio/issues/13318 and https://github.com/adobe/S3Mock/issues/2586 show that of S3.</remarks>
/// <param name="Stored">The object.</param>
/// <param name="Parts">The parts that the client named.</param>
internal sealed record CompletedUpload(StoredObject Stored, IReadOnlyList<NamedPart> Parts);
