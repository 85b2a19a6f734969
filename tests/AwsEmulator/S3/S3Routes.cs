using Recommender.AwsEmulator.S3.Multipart;
using Recommender.AwsEmulator.S3.Operations;

namespace Recommender.AwsEmulator.S3;

/// <summary>The operations of S3 that are emulated.</summary>
internal static class S3Routes
{
    /// <summary>All of them; the first that fits a request is meant.</summary>
    public static IReadOnlyList<S3Route> Of(EmulatorState state)
    {
        var uploads = new UploadOperations(new UploadStore(state));
        return
        [
            new("ListBuckets", "GET", S3Level.Service, BucketOperations.ListAsync),
            new("GetBucketLocation", "GET", S3Level.Bucket, BucketOperations.LocationAsync) { Query = ["location"] },
            new("GetBucketVersioning", "GET", S3Level.Bucket, BucketOperations.VersioningAsync) { Query = ["versioning"] },
            new("ListMultipartUploads", "GET", S3Level.Bucket, uploads.ListAsync) { Query = ["uploads"] },
            new("ListObjectsV2", "GET", S3Level.Bucket, ListOperations.SecondAsync) { Query = ["list-type"] },
            new("ListObjects", "GET", S3Level.Bucket, ListOperations.FirstAsync),
            new("HeadBucket", "HEAD", S3Level.Bucket, BucketOperations.HeadAsync),
            new("CreateBucket", "PUT", S3Level.Bucket, BucketOperations.CreateAsync) { TakesXml = true },
            new("DeleteBucket", "DELETE", S3Level.Bucket, BucketOperations.DeleteAsync),
            new("DeleteObjects", "POST", S3Level.Bucket, DeleteOperations.ManyAsync) { Query = ["delete"], TakesXml = true },
            new("ListParts", "GET", S3Level.Object, uploads.PartsAsync) { Query = ["uploadId"] },
            new("GetObjectTagging", "GET", S3Level.Object, ReadOperations.TagsAsync) { Query = ["tagging"] },
            new("GetObject", "GET", S3Level.Object, ReadOperations.GetAsync),
            new("HeadObject", "HEAD", S3Level.Object, ReadOperations.HeadAsync),
            new("UploadPartCopy", "PUT", S3Level.Object, uploads.CopyPartAsync) { Query = ["uploadId", "partNumber"], Header = "x-amz-copy-source" },
            new("UploadPart", "PUT", S3Level.Object, uploads.PartAsync) { Query = ["uploadId", "partNumber"] },
            new("CopyObject", "PUT", S3Level.Object, CopyOperation.CopyAsync) { Header = "x-amz-copy-source" },
            new("PutObject", "PUT", S3Level.Object, PutOperation.PutAsync),
            new("CreateMultipartUpload", "POST", S3Level.Object, uploads.CreateAsync) { Query = ["uploads"] },
            new("CompleteMultipartUpload", "POST", S3Level.Object, uploads.CompleteAsync) { Query = ["uploadId"], TakesXml = true },
            new("AbortMultipartUpload", "DELETE", S3Level.Object, uploads.AbortAsync) { Query = ["uploadId"] },
            new("DeleteObject", "DELETE", S3Level.Object, DeleteOperations.OneAsync),
        ];
    }
}
