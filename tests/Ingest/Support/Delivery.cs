using System.IO.Compression;
using System.Text;

namespace Recommender.Ingest.Tests.Support;

/// <summary>
/// A delivery of the six grocery files in a folder of its own: two users, five orders, six lines, all sound. Tests then spoil it.
/// </summary>
internal sealed class Delivery : IDisposable
{
    private static readonly UTF8Encoding Utf8 = new(encoderShouldEmitUTF8Identifier: false);

    private readonly DirectoryInfo _root = Directory.CreateTempSubdirectory("recommender-delivery-");

    /// <summary>Writes the files.</summary>
    /// <param name="name">The folder's name.</param>
    internal Delivery(string name = "delivery")
    {
        Folder = _root.CreateSubdirectory(name).FullName;
        Replace("aisles", "aisle_id,aisle\n1,fresh fruits\n2,ice cream ice\n");
        Replace("departments", "department_id,department\n1,produce\n2,frozen\n");
        Replace("products", "product_id,product_name,aisle_id,department_id\n1,Banana,1,1\n2,\"Cones, Sugar \"\"XL\"\"\",2,2\n3,Crème Glacée,2,2\n");
        Replace("orders", """
            order_id,user_id,eval_set,order_number,order_dow,order_hour_of_day,days_since_prior_order
            1,1,prior,1,0,9,
            2,1,prior,2,6,23,7.0
            3,1,train,3,1,0,30.0
            4,2,prior,1,3,12,
            5,2,test,2,2,8,1.5

            """.ReplaceLineEndings("\n"));
        Replace("order_products__prior", "order_id,product_id,add_to_cart_order,reordered\n1,1,1,0\n1,2,2,0\n2,1,1,1\n4,3,1,0\n");
        Replace("order_products__train", "order_id,product_id,add_to_cart_order,reordered\n3,1,1,1\n3,3,2,0\n");
    }

    /// <summary>The delivery's folder.</summary>
    internal string Folder { get; }

    /// <summary>A folder for a lake; nothing is in it yet.</summary>
    internal string Lake => Path.Combine(_root.FullName, "lake");

    /// <summary>The path of a file, by its name without <c>.csv</c>.</summary>
    internal string File(string stem) => Path.Combine(Folder, stem + ".csv");

    internal void Replace(string stem, string text) => Replace(stem, Utf8.GetBytes(text));

    internal void Replace(string stem, byte[] bytes) => System.IO.File.WriteAllBytes(File(stem), bytes);

    internal void Append(string stem, string text) => Append(stem, Utf8.GetBytes(text));

    internal void Append(string stem, byte[] bytes) => System.IO.File.AppendAllBytes(File(stem), bytes);

    /// <summary>Changes a file's text.</summary>
    internal void Edit(string stem, Func<string, string> change) => Replace(stem, change(System.IO.File.ReadAllText(File(stem))));

    /// <summary>Replaces a file by <c>NAME.csv.gz</c>.</summary>
    /// <param name="stem">The file.</param>
    /// <param name="spoil">What is done to the gzip bytes.</param>
    internal void Zip(string stem, Func<byte[], byte[]>? spoil = null)
    {
        var zipped = Gzip(System.IO.File.ReadAllBytes(File(stem)));
        System.IO.File.WriteAllBytes(File(stem) + ".gz", spoil is null ? zipped : spoil(zipped));
        System.IO.File.Delete(File(stem));
    }

    /// <summary>Bytes as one gzip member.</summary>
    internal static byte[] Gzip(ReadOnlySpan<byte> bytes)
    {
        using var zipped = new MemoryStream();
        using (var gzip = new GZipStream(zipped, CompressionLevel.Fastest, leaveOpen: true))
        {
            gzip.Write(bytes);
        }

        return zipped.ToArray();
    }

    public void Dispose() => _root.Delete(recursive: true);
}
