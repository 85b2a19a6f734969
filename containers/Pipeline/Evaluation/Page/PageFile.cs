using System.Text;
using System.Xml.Linq;
using Recommender.Lake.Errors;

namespace Recommender.Pipeline.Evaluation.Page;

/// <summary>The file that a page is written to.</summary>
internal static class PageFile
{
    /// <summary>Its full path, before any work is done for it.</summary>
    /// <exception cref="CallerException">It is a folder, or in none.</exception>
    public static string Require(string file)
    {
        var path = Path.GetFullPath(file);
        if (Directory.Exists(path))
        {
            throw new CallerException($"--html {file} is a folder: name a file, such as {Path.Combine(file, "quality.html")}");
        }

        if (!Directory.Exists(Path.GetDirectoryName(path)))
        {
            throw new CallerException($"--html {file} is in a folder that does not exist: {Path.GetDirectoryName(path)}");
        }

        return path;
    }

    /// <summary>Writes a page.</summary>
    public static void Write(string path, XElement page) =>
        File.WriteAllText(path, "<!DOCTYPE html>\n" + page.ToString(SaveOptions.DisableFormatting) + "\n", new UTF8Encoding(encoderShouldEmitUTF8Identifier: false));
}
