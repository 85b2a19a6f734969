namespace Recommender.Ingest.Csv;

/// <summary>What one pass over a file's bytes tells of its lines.</summary>
/// <param name="Rows">Data rows: lines behind the header that are not blank.</param>
/// <param name="Blank">The numbers of blank lines, ascending; at most <see cref="LineSurveyor.MostDoubtful"/>.</param>
/// <param name="Doubtful">The numbers of rows that are not plain (see <see cref="LineSurveyor"/>), ascending; at most as many.</param>
/// <param name="Ends">How the lines end.</param>
internal sealed record LineSurvey(long Rows, IReadOnlyList<long> Blank, IReadOnlyList<long> Doubtful, LineEnds Ends);
