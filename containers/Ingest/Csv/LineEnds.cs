namespace Recommender.Ingest.Csv;

/// <summary>How a file's lines end.</summary>
public enum LineEnds
{
    /// <summary>All with LF.</summary>
    Lf,

    /// <summary>All with CR LF.</summary>
    CrLf,

    /// <summary>Some with LF alone, some with CR LF; or a CR stands elsewhere.</summary>
    Mixed,
}
