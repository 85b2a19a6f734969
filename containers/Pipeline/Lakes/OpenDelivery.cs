using Recommender.Ingest.Csv;
using Recommender.Lake.Aws;
using Recommender.Lake.S3;
using Recommender.Lake.Tables;
using Recommender.Pipeline.Console;

namespace Recommender.Pipeline.Lakes;

/// <summary>A delivery on this machine: a folder as it lies there, or the files of one on S3, which go when it is closed.</summary>
internal sealed class OpenDelivery : IDisposable
{
    private readonly string? _copies;

    private OpenDelivery(FeedDelivery delivery, string? copies)
    {
        Delivery = delivery;
        _copies = copies;
    }

    /// <summary>The files.</summary>
    public FeedDelivery Delivery { get; }

    /// <summary>Opens what <c>--source</c> names.</summary>
    /// <param name="source">A folder, or <c>s3://BUCKET/PREFIX/</c>; null for none.</param>
    /// <param name="only">The raw tables that are loaded; null for all. Of a delivery on S3 only their files are fetched.</param>
    /// <param name="terminal">Gives the environment.</param>
    /// <param name="cancellationToken">Stops it.</param>
    /// <exception cref="Lake.Errors.CallerException">A file is missing on S3; all faults are listed.</exception>
    /// <exception cref="Lake.Errors.EnvironmentException">S3 cannot be read.</exception>
    public static OpenDelivery? Of(string? source, IReadOnlySet<TableName>? only, Terminal terminal, CancellationToken cancellationToken) =>
        source is null ? null
        : AwsLakeName.IsOne(source) ? Bring(source, only, terminal, cancellationToken)
        : new OpenDelivery(new FeedDelivery(source), null);

    private static OpenDelivery Bring(string source, IReadOnlySet<TableName>? only, Terminal terminal, CancellationToken cancellationToken)
    {
        using var clients = new AwsClients(AwsAccess.Options(terminal.Variables));
        var folder = new S3Folder(source, clients.S3, new S3Options(), terminal.Clock, AwsAccess.Jitter(terminal.Clock));
        var copies = Directory.CreateTempSubdirectory("recommender-delivery-").FullName;
        try
        {
            return new OpenDelivery(new S3Delivery(folder).Bring(only, copies, cancellationToken), copies);
        }
        catch
        {
            Directory.Delete(copies, recursive: true);
            throw;
        }
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        if (_copies is not null)
        {
            Directory.Delete(_copies, recursive: true);
        }
    }
}
