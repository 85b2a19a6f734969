using System.Globalization;
using System.Text;
using CsvHelper;
using CsvHelper.Configuration;

namespace Recommender.Ingest.Generation;

/// <summary>Lines of one file made by one block of users, as UTF-8 in memory. Reused from block to block.</summary>
internal sealed class CsvBlock : IDisposable
{
    private readonly MemoryStream _bytes = new();
    private readonly CsvWriter _csv;

    internal CsvBlock()
    {
        var configuration = new CsvConfiguration(CultureInfo.InvariantCulture) { NewLine = "\n" };
        _csv = new CsvWriter(new StreamWriter(_bytes, new UTF8Encoding(false), 1 << 16), configuration);
    }

    /// <summary>Finished lines.</summary>
    internal int Lines { get; private set; }

    /// <summary>A field of digits or plain words: nothing in it asks for quotes.</summary>
    internal void Add(string field) => _csv.WriteField(field, shouldQuote: false);

    internal void EndLine()
    {
        _csv.NextRecord();
        Lines++;
    }

    internal void CopyTo(Stream file)
    {
        _csv.Flush();
        file.Write(_bytes.GetBuffer(), 0, (int)_bytes.Length);
    }

    internal void Clear()
    {
        _csv.Flush();
        _bytes.SetLength(0);
        Lines = 0;
    }

    public void Dispose() => _csv.Dispose();
}
