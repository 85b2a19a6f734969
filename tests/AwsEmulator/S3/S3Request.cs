using System.Xml.Linq;
using Recommender.AwsEmulator.Http;
using Recommender.AwsEmulator.S3.Bodies;
using Recommender.AwsEmulator.Signing;

namespace Recommender.AwsEmulator.S3;

/// <summary>A request of S3.</summary>
/// <param name="Http">As it was sent.</param>
/// <param name="Authentication">Its signature.</param>
/// <param name="State">What the services share.</param>
/// <param name="Bucket">The bucket in its path; empty for none.</param>
/// <param name="Key">The key in its path; empty for none.</param>
/// <param name="Text">Its body where the operation takes XML; empty for others.</param>
internal sealed record S3Request(EmulatorRequest Http, Authentication Authentication, EmulatorState State, string Bucket, string Key, string Text)
{
    /// <summary>The longest key, in bytes of UTF-8.</summary>
    private const int LongestKey = 1024;

    /// <summary>The buckets.</summary>
    public ObjectStore Objects => State.Objects;

    /// <summary>The bucket.</summary>
    /// <exception cref="AwsFaultException">There is none of the name, the key is too long, or the owner is not who the request takes it to be.</exception>
    public Bucket Target
    {
        get
        {
            var bucket = Objects.Named(Bucket);
            if (Http.Header("x-amz-expected-bucket-owner") is { } owner && owner != State.Options.Account)
            {
                throw new AwsFaultException("AccessDenied", "Access Denied", 403);
            }

            return System.Text.Encoding.UTF8.GetByteCount(Key) > LongestKey ? throw new AwsFaultException("KeyTooLongError", "Your key is too long") : bucket;
        }
    }

    /// <summary>Reads the XML of the body.</summary>
    /// <param name="root">The root that it must have.</param>
    /// <exception cref="AwsFaultException">It is something else.</exception>
    public XElement Xml(string root) => S3Xml.Parse(Text, root);

    /// <summary>Receives the body as a file.</summary>
    /// <param name="fallback">The checksum to make where the request names none.</param>
    /// <param name="cancellationToken">The client went away.</param>
    /// <exception cref="AwsFaultException">The body is not what the request says.</exception>
    public Task<ReceivedBody> ReceiveAsync(string fallback, CancellationToken cancellationToken)
    {
        if (Http.Context.Request.ContentLength is null)
        {
            throw new AwsFaultException("MissingContentLength", "You must provide the Content-Length HTTP header.", 411);
        }

        return new BodyReceiver(Objects).ReceiveAsync(Http, Authentication, fallback, cancellationToken);
    }
}
