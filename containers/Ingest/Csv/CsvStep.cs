using System.Globalization;
using Recommender.Lake.Building;
using Recommender.Lake.DuckDb;
using Recommender.Lake.Errors;
using Recommender.Lake.Snapshots;
using Recommender.Lake.Tables;

namespace Recommender.Ingest.Csv;

/// <summary>The step that loads a file of a feed into its raw table.</summary>
/// <param name="file">The file's declaration.</param>
/// <param name="source">Where it lies.</param>
/// <param name="hash">The hash of its bytes: the same bytes again add nothing, under whatever name they come.</param>
/// <param name="clock">Gives rows their load time.</param>
public sealed class CsvStep(FeedFile file, CsvSource source, string hash, TimeProvider clock) : ITableStep
{
    // Raise it when the same file must be read anew.
    private const string ReaderVersion = "csv 1";

    /// <inheritdoc/>
    public TableDeclaration Table => file.Table;

    /// <inheritdoc/>
    public IReadOnlyList<TableName> Inputs => [];

    /// <inheritdoc/>
    public string Definition => $"{ReaderVersion} {hash}";

    /// <inheritdoc/>
    public IReadOnlyDictionary<DateOnly, string>? Days(StepInputs inputs) => null;

    /// <inheritdoc/>
    public StepOutput Build(StepContext context, CancellationToken cancellationToken)
    {
        StepOutput output;
        try
        {
            output = Load(context, cancellationToken);
        }
        catch (Exception error) when (error is not OperationCanceledException && source.HasChanged)
        {
            throw Changed(error);
        }

        return source.HasChanged ? throw Changed(null) : output;
    }

    private EnvironmentException Changed(Exception? error) =>
        new($"{source.Place}: it changed or went away while it was read; start again when whoever writes it is done", error);

    private StepOutput Load(StepContext context, CancellationToken cancellationToken)
    {
        var connection = context.Connection;
        var bytes = source.IsGzip ? 0 : source.Bytes;
        var survey = LineSurveyor.Survey(source, file.Columns, new Progress(context.Progress, "surveying", bytes), cancellationToken);
        var careful = new CarefulReader(source, file.Columns, connection);
        careful.Begin(cancellationToken);
        var bulk = new BulkReader(source, file.Columns, survey, connection);
        IReadOnlyCollection<long> leftOut = [];
        context.Progress.Report(new StepProgress("reading", -1, 0));
        var bulkSelect = file.IsBulk && BulkReader.Suits(survey) ? bulk.Read(out leftOut, cancellationToken) : null;
        if (bulkSelect is null || leftOut.Count > 0)
        {
            var rows = new Progress(context.Progress, "reading line by line", bulkSelect is null ? survey.Rows : leftOut.Count);
            careful.Read(bulkSelect is null ? null : leftOut, rows, cancellationToken);
        }

        context.Progress.Report(new StepProgress("writing", -1, survey.Rows));
        var kept = WriteRows(context, bulkSelect, cancellationToken);
        var quarantined = WriteQuarantine(context, cancellationToken);
        bulk.Clear();
        careful.Clear();
        return kept + quarantined == survey.Rows
            ? new StepOutput(kept, quarantined, new SourceFile(source.Name, hash, source.Bytes, survey.Rows))
            : throw new EnvironmentException($"{source.Place}: {survey.Rows} rows were counted, but {kept} kept + {quarantined} quarantined = {kept + quarantined}; did the file change while it was read?");
    }

    private long WriteRows(StepContext context, string? bulkSelect, CancellationToken cancellationToken)
    {
        var names = string.Join(", ", file.Columns.Select(column => column.Name));
        var careful = $"select {names}, source_line from {CarefulReader.Staging} where reject_reason is null";
        var rows = bulkSelect is null ? careful : $"{bulkSelect} union all {careful}";
        var loadedAt = clock.GetUtcNow().UtcDateTime.ToString("yyyy-MM-dd HH:mm:ss.fff", CultureInfo.InvariantCulture);
        var select = $"select {names}, {DuckDbQuote.Literal(source.Name)} as source_file, source_line, '{hash[..16]}' as batch_id, timestamp '{loadedAt}' as loaded_at from ({rows}) as read_rows";
        return ParquetWriter.Copy(context.Connection, select, Path.Combine(context.Writer.DataFolder, "part-0.parquet"), cancellationToken);
    }

    private long WriteQuarantine(StepContext context, CancellationToken cancellationToken)
    {
        if (context.Connection.Scalar<long>($"select count(*) from {CarefulReader.Staging} where reject_reason is not null", cancellationToken) == 0)
        {
            return 0;
        }

        Directory.CreateDirectory(context.Writer.QuarantineFolder);
        var select = $"select reject_reason, {DuckDbQuote.Literal(source.Name)} as source_file, source_line, raw_text from {CarefulReader.Staging} where reject_reason is not null order by source_line";
        return ParquetWriter.Copy(context.Connection, select, Path.Combine(context.Writer.QuarantineFolder, "part-0.parquet"), cancellationToken);
    }

    /// <summary>Turns counts into step progress, on the thread that counts.</summary>
    private sealed class Progress(IProgress<StepProgress> progress, string activity, long total) : IProgress<long>
    {
        public void Report(long value) => progress.Report(new StepProgress(activity, total > 0 ? Math.Min(1.0, (double)value / total) : -1, value));
    }
}
