using System.Globalization;
using System.Xml;
using System.Xml.Linq;

namespace Recommender.Pipeline.Evaluation.Page;

/// <summary>Elements of a page. They are XML, so that texts are escaped and tags closed; an element is never written as an empty tag unless HTML knows it as one.</summary>
internal static class Markup
{
    /// <summary>An element with a class and content.</summary>
    public static XElement Tag(string name, string? css, params object?[] content) =>
        new(name, css is null ? null : new XAttribute("class", css), content.Length == 0 ? "" : content.Select(part => part is string text ? Clean(text) : part).ToArray());

    /// <summary>An element without content, such as a line.</summary>
    public static XElement Mark(string name, params (string Name, object Value)[] attributes) => new(name, Attributes(attributes));

    /// <summary>Attributes; numbers in the invariant form.</summary>
    public static XAttribute[] Attributes(params (string Name, object Value)[] attributes) =>
        [.. attributes.Select(pair => new XAttribute(pair.Name, pair.Value is string text ? Clean(text) : Convert.ToString(pair.Value, CultureInfo.InvariantCulture)!))];

    /// <summary>A share of a length, <c>41.5%</c>.</summary>
    public static string Percent(double share) => string.Create(CultureInfo.InvariantCulture, $"{share * 100:0.##}%");

    /// <summary>A text in which characters that no page can hold are replaced by U+FFFD.</summary>
    public static string Clean(string text)
    {
        for (var i = 0; i < text.Length; i++)
        {
            if (!XmlConvert.IsXmlChar(text[i]) && !(i + 1 < text.Length && XmlConvert.IsXmlSurrogatePair(text[i + 1], text[i])))
            {
                return Clean(text[..i] + '\uFFFD' + text[(i + 1)..]);
            }

            i += char.IsHighSurrogate(text[i]) ? 1 : 0;
        }

        return text;
    }
}
