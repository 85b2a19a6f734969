namespace Recommender.Ingest.Csv;

/// <summary>What a survey has found so far.</summary>
internal sealed class LineTally
{
    private readonly List<long> _blank = [];
    private readonly List<long> _doubtful = [];
    private long _blankLines;

    /// <summary>Lines that ended with CR LF.</summary>
    public long CarriageReturns { get; set; }

    /// <summary>Whether a CR stood elsewhere than before LF.</summary>
    public bool HasLoneReturn { get; set; }

    /// <summary>Notes a line that is blank or not plain.</summary>
    public void AddUnusual(long line, bool isBlank)
    {
        _blankLines += isBlank ? 1 : 0;
        var list = isBlank ? _blank : _doubtful;
        if (list.Count < LineSurveyor.MostDoubtful)
        {
            list.Add(line);
        }
    }

    /// <summary>The survey's result.</summary>
    /// <param name="lines">Lines of the file, the header among them.</param>
    /// <param name="feeds">Those that ended with LF or CR LF.</param>
    public LineSurvey Sum(long lines, long feeds)
    {
        var ends = HasLoneReturn || (CarriageReturns > 0 && CarriageReturns < feeds) ? LineEnds.Mixed : CarriageReturns > 0 ? LineEnds.CrLf : LineEnds.Lf;
        return new LineSurvey(Math.Max(0, lines - 1) - _blankLines, _blank, _doubtful, ends);
    }
}
